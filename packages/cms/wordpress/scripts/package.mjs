// Packs the plug-in as WordPress installs it: `package.mjs [FILE]`; default `.dist/klarsprak.zip`. Translations are
// compiled on the way. Same sources, same bytes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { mo, po } from 'gettext-parser'
import { scripts } from './strings.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = resolve(process.argv[2] ?? join(root, '.dist/klarsprak.zip'))
/** Files of a zip bear a time; this one says nothing. */
const options = { mtime: new Date(2000, 0, 1), level: 9 }

const files = new Map()
for (const name of ['klarsprak.php', 'uninstall.php', 'readme.txt']) files.set(name, readFileSync(root + name))
for (const folder of ['assets', 'includes', 'languages'])
  for (const name of readdirSync(root + folder))
    files.set(`${folder}/${name}`, readFileSync(`${root}${folder}/${name}`))
files.set('LICENSE', readFileSync(join(root, '../../../LICENSE')))

const source = readFileSync(`${root}languages/klarsprak-sv_SE.po`)
const catalogue = po.parse(source)
files.set('languages/klarsprak-sv_SE.mo', mo.compile(po.parse(source)))
for (const [script, handle] of Object.entries(scripts))
  files.set(`languages/klarsprak-sv_SE-${handle}.json`, Buffer.from(JSON.stringify(localeData(script))))

const entries = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
mkdirSync(dirname(target), { recursive: true })
writeFileSync(
  target,
  zipSync(Object.fromEntries(entries.map(([name, bytes]) => [`klarsprak/${name}`, bytes])), options),
)
console.log(`${target}: ${files.size} files`)

/** The translations of a script, as wp.i18n reads them. */
function localeData(script) {
  const messages = { '': { domain: 'messages', lang: 'sv_SE', 'plural-forms': 'nplurals=2; plural=(n != 1);' } }
  for (const { msgid, msgstr, comments } of Object.values(catalogue.translations['']))
    if (comments?.reference?.split('\n').includes(script)) messages[msgid] = msgstr
  return { domain: 'messages', locale_data: { messages } }
}
