// A WebApp, the server's side: the form, and the review of the page whose address somebody gives.
import router from '@sitevision/api/common/router'
import outputUtil from '@sitevision/api/server/OutputUtil'
import resourceLocatorUtil from '@sitevision/api/server/ResourceLocatorUtil'
import { review } from './klarsprak.js'

const form = `<form class="klarsprak">
  <label>Sidans adress <input type="url" name="page" required></label>
  <button>Granska</button>
  <div role="status"></div>
</form>`

router.get('/', (_request, response) => {
  response.agnosticRender(form, {})
})

router.post('/review', ({ params }, response) => {
  const page = resourceLocatorUtil.getNodeByUrl(params.page)
  // Sitevision gives no text for a page that whoever asks may not read.
  const html = page ? outputUtil.getNodeOutput(page, outputUtil.CONTENT_TYPE_TEXT_HTML) : ''
  if (!html) {
    response.status(404).json({ message: 'Sidan finns inte, eller så får du inte läsa den.' })
    return
  }
  review(
    html,
    page.getIdentifier(),
    undefined,
    ({ verdict, findings }) =>
      response.json({
        publish: verdict.publish,
        notice: verdict.notice,
        findings: findings.map(({ severity, message, text, url }) => ({ severity, message, text, url })),
      }),
    (message) => response.status(502).json({ message: `Sidan är inte granskad. ${message}` }),
  )
})
