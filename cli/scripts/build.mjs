// Bundles the command into one file, with the model beside it.
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { version } = JSON.parse(readFileSync(file('package.json'), 'utf8'))

rmSync(file('dist'), { recursive: true, force: true })
await build({
  entryPoints: [file('src/klarsprak.ts')],
  outfile: file('dist/klarsprak.js'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  conditions: ['source'],
  // Some packages have a UMD main that cannot be bundled, and an ES module beside it.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: false,
  legalComments: 'linked',
  define: { KLARSPRAK_VERSION: JSON.stringify(version) },
  banner: {
    js: "#!/usr/bin/env node\nimport{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
cpSync(file('../packages/swedish/model'), file('dist/model'), {
  recursive: true,
  filter: (path) => !path.endsWith('.md'),
})
