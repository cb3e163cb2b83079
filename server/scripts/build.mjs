// Bundles the language server: one program file, and the model beside it.
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { plainLetters } from '../../scripts/plain-letters.mjs'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { version } = JSON.parse(readFileSync(file('package.json'), 'utf8'))

// Built beside the old one, so that a server that starts meanwhile finds its files.
const folder = file('.dist')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
writeFileSync(`${folder}/package.json`, '{ "type": "commonjs" }\n')
await build({
  entryPoints: [file('src/main.ts')],
  outfile: `${folder}/server.js`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  conditions: ['source'],
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  // Node knows them; esbuild makes each a `new RegExp`, to be compiled anew whenever it is come to.
  supported: { 'regexp-unicode-property-escapes': true },
  legalComments: 'linked',
  banner: { js: "#!/usr/bin/env node\nconst __url=require('node:url').pathToFileURL(__filename).href;" },
  define: {
    KLARSPRAK_VERSION: JSON.stringify(version),
    'import.meta.url': '__url',
    'import.meta.dirname': '__dirname',
  },
  logLevel: 'warning',
})
writeFileSync(`${folder}/server.js`, plainLetters(readFileSync(`${folder}/server.js`, 'utf8')))
chmodSync(`${folder}/server.js`, 0o755)
cpSync(file('../packages/swedish/model'), `${folder}/model`, {
  recursive: true,
  filter: (path) => !path.endsWith('.md'),
})
rmSync(file('dist'), { recursive: true, force: true })
renameSync(folder, file('dist'))
