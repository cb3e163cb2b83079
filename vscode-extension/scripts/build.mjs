// Bundles the extension: the client, the scripts of its panels, the language server with its model, and the schema.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Notices } from '../../scripts/licences.mjs'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// Built beside the old one, so that an editor that starts meanwhile finds its files.
const folder = file('.dist')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)

const options = { bundle: true, minify: true, legalComments: 'linked', metafile: true, logLevel: 'warning' }
const bundles = await Promise.all([
  build({
    ...options,
    entryPoints: [file('src/extension.ts')],
    outfile: `${folder}/extension.cjs`,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    conditions: ['source'],
    mainFields: ['module', 'main'],
    external: ['vscode'],
    banner: { js: 'const klarsprakBegan=process.cpuUsage();' },
  }),
  build({
    ...options,
    entryPoints: ['checklist', 'metrics', 'comparison', 'folder'].map((name) => file(`webview/${name}.ts`)),
    outdir: `${folder}/webview`,
    platform: 'browser',
    target: 'chrome120',
    format: 'iife',
  }),
])
const notices = new Notices()
for (const bundle of bundles) notices.add(bundle)
notices.write(folder)
cpSync(file('webview/panel.css'), `${folder}/webview/panel.css`)

const server = spawnSync(process.execPath, [file('../server/scripts/build.mjs')], { stdio: 'inherit' })
if (server.status !== 0) process.exit(1)
// The code cache is of the Node that built it, which the editor's is not.
cpSync(file('../server/dist'), `${folder}/server`, { recursive: true, filter: (path) => !path.endsWith('.cache') })

const schema = readFileSync(file('../packages/klarsprak/generated/klarsprak.schema.json'), 'utf8')
writeFileSync(`${folder}/klarsprak.schema.json`, JSON.stringify(JSON.parse(schema)))

rmSync(file('dist'), { recursive: true, force: true })
renameSync(folder, file('dist'))
