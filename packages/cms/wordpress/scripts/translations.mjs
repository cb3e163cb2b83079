// Writes the template of translations anew and brings the Swedish one into line with it: strings that are gone leave,
// new ones come in empty. A string without its Swedish fails.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { po } from 'gettext-parser'
import { sourceStrings } from './strings.mjs'

const file = (name) => fileURLToPath(new URL(`../languages/${name}`, import.meta.url))
const strings = sourceStrings()

/** A catalogue of the strings, with what `translate` gives for each. */
function catalogue(language, translate) {
  const headers = {
    'Project-Id-Version': 'Klarspråk',
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    'Plural-Forms': 'nplurals=2; plural=(n != 1);',
    'X-Domain': 'klarsprak',
  }
  const entries = { '': { msgid: '', msgstr: [''] } }
  for (const { msgid, plural, files } of strings)
    entries[msgid] = {
      msgid,
      ...(plural ? { msgid_plural: plural } : {}),
      msgstr: translate(msgid, plural),
      comments: { reference: files.join('\n') },
    }
  return po.compile({ charset: 'utf-8', headers, translations: { '': entries } }, { foldLength: 0 })
}

const empty = (plural) => (plural ? ['', ''] : [''])
writeFileSync(
  file('klarsprak.pot'),
  catalogue('', (_msgid, plural) => empty(plural)),
)
const swedish = file('klarsprak-sv_SE.po')
const before = existsSync(swedish) ? po.parse(readFileSync(swedish)).translations[''] : {}
writeFileSync(
  swedish,
  catalogue('sv_SE', (msgid, plural) => before[msgid]?.msgstr ?? empty(plural)),
)
const missing = strings.filter(({ msgid }) => !before[msgid]?.msgstr.every(Boolean))
for (const { msgid } of missing) console.error(`klarsprak-sv_SE.po: no Swedish for: ${msgid}`)
process.exit(missing.length > 0 ? 1 : 0)
