// Builds the site of the rules, the checklist and the guides: `site.mjs FOLDER [--address URL]`, as files for any web server.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../packages/site/scripts/build.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')
const run = spawnSync(process.execPath, ['--conditions=source', '--import', tsx, script, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
