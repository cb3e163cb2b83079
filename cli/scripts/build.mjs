// Bundles the command: a launcher, the program, and beside them the model and what V8 makes of the program.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Notices } from '../../scripts/licences.mjs'
import { plainLetters } from '../../scripts/plain-letters.mjs'
import { asProgram, keepCaches, knownToNode, programCode } from '../../scripts/program.mjs'
import { beside } from './beside.mjs'
import { lazy } from './lazy.mjs'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { version } = JSON.parse(readFileSync(file('package.json'), 'utf8'))
/** Stands in the program until its digest can be worked out. */
const noBuild = '@build@'
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
  supported: knownToNode,
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
  ...asProgram,
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
  entryPoints: [file('../server/src/index.ts')],
  outfile: `${folder}/lsp.js`,
  external: sharedModules,
  ...asProgram,
})
writeFileSync(`${folder}/lsp.js`, programCode(`${folder}/lsp.js`))
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
const program = programCode(`${folder}/program.js`)
cpSync(file('../packages/swedish/model'), `${folder}/model`, {
  recursive: true,
  filter: (path) => !path.endsWith('.md'),
})
// Everything that decides what is found.
const digest = createHash('sha256').update(program)
for (const name of ['office.js', 'pdf-worker.js', ...readdirSync(`${folder}/model`).map((name) => `model/${name}`)])
  digest.update(readFileSync(`${folder}/${name}`))
writeFileSync(`${folder}/program.js`, program.replaceAll(noBuild, `${version}+${digest.digest('hex').slice(0, 16)}`))
keepCaches(file('scripts/cache.mjs'), folder)
rmSync(file('dist'), { recursive: true, force: true })
renameSync(folder, file('dist'))
