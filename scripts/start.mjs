// `npm start`: installs, builds and lints the sample; `npm start -- PATH`: the user's own text.
// Findings are no failure here: the status is 0 unless the work could not be done, so that npm adds no noise.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bootstrap } from './bootstrap.mjs'

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

bootstrap()
const own = process.argv.slice(2)
const args = own.length > 0 ? own : [file('fixtures/sample/pressmeddelande.md')]
const cwd = process.env.INIT_CWD ?? process.cwd()
const run = spawnSync(process.execPath, [file('cli/dist/klarsprak.js'), 'lint', ...args], { stdio: 'inherit', cwd })
if (own.length === 0) console.error('\nGranska din egen text: npm start -- SÖKVÄG')
process.exit(run.status === 1 ? 0 : (run.status ?? 2))
