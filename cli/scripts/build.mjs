// Bundles the command: a launcher, the program, and beside them the model and what V8 makes of the program.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { build } from 'esbuild'
import { Notices } from '../../scripts/licences.mjs'
import { plainCases } from '../../scripts/plain-cases.mjs'
import { plainLetters } from '../../scripts/plain-letters.mjs'
import { beside } from './beside.mjs'
import { lazy } from './lazy.mjs'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { version } = JSON.parse(readFileSync(file('package.json'), 'utf8'))
/** Stands in the program until its digest can be worked out. */
const noBuild = '@build@'
// Node knows them; esbuild makes each a `new RegExp`, to be compiled anew whenever it is come to.
const supported = { 'regexp-unicode-property-escapes': true }
const options = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  conditions: ['source'],
  // Some packages have a UMD main that cannot be bundled, and an ES module beside it.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  supported,
  legalComments: 'linked',
  metafile: true,
  define: {
    KLARSPRAK_VERSION: JSON.stringify(version),
    KLARSPRAK_BUILD: JSON.stringify(noBuild),
    'import.meta.url': '__url',
    'import.meta.dirname': '__dirname',
  },
  logLevel: 'warning',
}

const notices = new Notices()
const bundle = async (own) => notices.add(await build({ ...options, ...own }))

const plainPatterns = (path) => plainCases(plainLetters(readFileSync(path, 'utf8')))

/** What `commands/lsp.ts` hands to the server. */
const sharedModules = [
  '@klarsprak/documents',
  '@klarsprak/engine',
  '@klarsprak/engine/node',
  '@klarsprak/report',
  'retext-klarsprak',
  'retext-klarsprak/pages',
]

// Built beside the old one, so that a command that runs meanwhile finds its files, and another build its own.
const folder = file(`.dist/${process.pid}`)
mkdirSync(folder, { recursive: true })
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
// CommonJS starts faster than an ES module.
writeFileSync(`${folder}/package.json`, '{ "type": "commonjs" }\n')
await bundle({
  entryPoints: [file('src/klarsprak.ts')],
  outfile: `${folder}/klarsprak.js`,
  banner: { js: '#!/usr/bin/env node' },
})
await bundle({
  entryPoints: [file('src/main.ts')],
  outfile: `${folder}/program.js`,
  banner: {
    js: "(function(module,exports,require,__filename){const __url=require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  // The program is run as a script, which cannot load modules of its own: Node's are required.
  supported: { ...supported, 'dynamic-import': false },
  plugins: [
    lazy({
      'node:child_process': ['spawn', 'spawnSync'],
      'node:crypto': ['createHash', 'randomBytes'],
      'string-width': ['default'],
      'jsonc-parser': ['parseTree', 'printParseErrorCode'],
      yaml: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'parseDocument'],
      [file('../packages/documents/src/references.ts')]: ['decodeAttribute', 'decodeReference'],
      [file('../packages/documents/src/html/document.ts')]: ['readHtml'],
      [file('../packages/documents/src/html/fragment.ts')]: ['readHtmlFragment'],
    }),
    beside({ '@klarsprak/rules/pages': './pages.js' }),
  ],
})
// Read by the command that explains a rule, and by the server.
await bundle({
  entryPoints: [file('../rules/generated/pages.ts')],
  outfile: `${folder}/pages.js`,
})
// The language server takes from the program what both use.
await bundle({
  entryPoints: [file('../server/src/main.ts')],
  outfile: `${folder}/lsp.js`,
  external: sharedModules,
  banner: {
    js: "exports.start=program=>{const require=id=>program[id]??module.require(id),__url=module.require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '}' },
})
writeFileSync(`${folder}/lsp.js`, plainPatterns(`${folder}/lsp.js`))
// So is the HTTP service, with the program that its workers run.
// What office files need is loaded for them alone.
// So are the threads for many files; Piscina looks for `worker.js` beside itself.
const piscinaWorker = join(dirname(createRequire(file('package.json')).resolve('piscina')), 'worker.js')
const apart = {
  ...Object.fromEntries(
    ['serve', 'serve-worker', 'office', 'pdf-worker', 'threads', 'lint-thread'].map((name) => [
      name,
      file(`src/${name}.ts`),
    ]),
  ),
  worker: piscinaWorker,
}
for (const [name, source] of Object.entries(apart)) {
  await bundle({
    // Lowers the priority of threads, for those who ask for it.
    external: ['@napi-rs/nice'],
    entryPoints: [source],
    outfile: `${folder}/${name}.js`,
    banner: { js: "const __url=require('node:url').pathToFileURL(__filename).href;" },
  })
  writeFileSync(`${folder}/${name}.js`, plainLetters(readFileSync(`${folder}/${name}.js`, 'utf8')))
}
cpSync(file('../packages/http/generated/openapi.json'), `${folder}/openapi.json`)
const web = file('../packages/http/web/dist')
if (existsSync(web)) cpSync(web, `${folder}/web`, { recursive: true })
notices.write(folder)
// The launcher reads the program as Latin-1, which is fastest. esbuild escapes what is not ASCII in strings but leaves it
// in regular expressions, where the escape means the same.
const program = plainPatterns(`${folder}/program.js`).replace(
  /[^\0-\x7F]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
)
cpSync(file('../packages/swedish/model'), `${folder}/model`, {
  recursive: true,
  filter: (path) => !path.endsWith('.md'),
})
// Everything that decides what is found.
const digest = createHash('sha256').update(program)
for (const name of ['office.js', 'pdf-worker.js', ...readdirSync(`${folder}/model`).map((name) => `model/${name}`)])
  digest.update(readFileSync(`${folder}/${name}`))
writeFileSync(`${folder}/program.js`, program.replaceAll(noBuild, `${version}+${digest.digest('hex').slice(0, 16)}`))
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
