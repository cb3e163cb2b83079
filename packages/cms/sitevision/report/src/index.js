// A RESTApp: reports on each page that is published. Sitevision tells of it afterwards, so nothing can be stopped here.
import events from '@sitevision/api/common/events'
import logUtil from '@sitevision/api/server/LogUtil'
import mailBuilder from '@sitevision/api/server/MailBuilder'
import nodeTypeUtil from '@sitevision/api/server/NodeTypeUtil'
import outputUtil from '@sitevision/api/server/OutputUtil'
import propertyUtil from '@sitevision/api/server/PropertyUtil'
import resourceLocatorUtil from '@sitevision/api/server/ResourceLocatorUtil'
import storage from '@sitevision/api/server/storage'
import { review } from './klarsprak.js'
import { mailTo } from './settings.js'

const published = storage.getKeyValueDataStore('klarsprak')

events.on('sv:publishing:publish', (options) => {
  const id = /** @type {{ node: string }} */ (options).node
  const page = resourceLocatorUtil.getNodeByIdentifier(id)
  if (!page || !(nodeTypeUtil.isPage(page) || nodeTypeUtil.isArticle(page))) return
  const html = outputUtil.getNodeOutput(page, outputUtil.CONTENT_TYPE_TEXT_HTML)
  if (!html) {
    logUtil.warn(`Klarspråk: appen får inte läsa sidan ${id}.`)
    return
  }
  const before = /** @type {{ html?: string } | null} */ (published.get(id))
  review(
    html,
    id,
    before ? before.html : undefined,
    ({ verdict }) => {
      published.put(id, { html })
      if (verdict.notice) logUtil.warn(`Klarspråk: sidan ${id}. ${verdict.notice}`)
      if (verdict.publish) return
      const name = propertyUtil.getString(page, 'displayName')
      const address = propertyUtil.getString(page, 'URL')
      report(`Rätta sidan ”${name}”`, [address, ...verdict.reasons].join('\n'))
    },
    (message) => logUtil.warn(`Klarspråk: sidan ${id} är inte granskad. ${message}`),
  )
})

/**
 * @param {string} subject
 * @param {string} text
 */
function report(subject, text) {
  logUtil.info(`Klarspråk: ${subject}\n${text}`)
  if (mailTo) mailBuilder.setSubject(subject).setTextMessage(text).addRecipient(mailTo).build().send()
}
