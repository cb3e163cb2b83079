// Bundles the language server: a launcher, the program, and beside them the model and what V8 makes of the program.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { build } from 'esbuild'
import { Notices } from '../../scripts/licences.mjs'
import { plainCases } from '../../scripts/plain-cases.mjs'
import { plainLetters } from '../../scripts/plain-letters.mjs'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { version } = JSON.parse(readFileSync(file('package.json'), 'utf8'))

// Built beside the old one, so that a server that starts meanwhile finds its files.
const folder = file('.dist')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
writeFileSync(`${folder}/package.json`, '{ "type": "commonjs" }\n')
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  conditions: ['source'],
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  // Node knows them; esbuild makes each a `new RegExp`, to be compiled anew whenever it is come to. The program is run as
  // a script, which cannot load modules of its own: Node's are required.
  supported: { 'regexp-unicode-property-escapes': true, 'dynamic-import': false },
  legalComments: 'linked',
  metafile: true,
  define: {
    KLARSPRAK_VERSION: JSON.stringify(version),
    'import.meta.url': '__url',
    'import.meta.dirname': '__dirname',
  },
  logLevel: 'warning',
}
const notices = new Notices()
const bundle = async (own) => notices.add(await build({ ...options, ...own }))
await bundle({
  entryPoints: [file('src/launch.ts')],
  outfile: `${folder}/server.js`,
  banner: { js: '#!/usr/bin/env node' },
})
chmodSync(`${folder}/server.js`, 0o755)
await bundle({
  entryPoints: [file('src/program.ts')],
  outfile: `${folder}/program.js`,
  banner: {
    js: "(function(module,exports,require,__filename){const __url=require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
})
notices.write(folder)
// The launcher reads the program as Latin-1, which is fastest. esbuild escapes what is not ASCII in strings but leaves it
// in regular expressions, where the escape means the same.
const program = plainCases(plainLetters(readFileSync(`${folder}/program.js`, 'utf8')))
writeFileSync(
  `${folder}/program.js`,
  program.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
)
cpSync(file('../packages/swedish/model'), `${folder}/model`, {
  recursive: true,
  filter: (path) => !path.endsWith('.md'),
})
// In a process of its own: V8 keeps what was compiled by then.
const cached = spawnSync(process.execPath, [file('scripts/cache.mjs'), folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (cached.status !== 0) process.exit(1)
const { cachedDataRejected } = new Script(readFileSync(`${folder}/program.js`, 'latin1'), {
  filename: `${folder}/program.js`,
  cachedData: readFileSync(`${folder}/program.cache`),
})
if (cachedDataRejected) throw new Error('V8 turns the code cache down that it has just made')
rmSync(file('dist'), { recursive: true, force: true })
renameSync(folder, file('dist'))
