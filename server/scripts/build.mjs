// Bundles the language server: a launcher, the program, and beside them the model and what V8 makes of the program.
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Notices } from '../../scripts/licences.mjs'
import { asProgram, keepCaches, programCode } from '../../scripts/program.mjs'

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
  entryPoints: [file('src/index.ts')],
  outfile: `${folder}/program.js`,
  ...asProgram,
})
notices.write(folder)
writeFileSync(`${folder}/program.js`, programCode(`${folder}/program.js`))
cpSync(file('../packages/swedish/model'), `${folder}/model`, {
  recursive: true,
  filter: (path) => !path.endsWith('.md'),
})
keepCaches(file('scripts/cache.mjs'), folder)
rmSync(file('dist'), { recursive: true, force: true })
renameSync(folder, file('dist'))
