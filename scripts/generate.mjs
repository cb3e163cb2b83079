// Writes every generated file of the workspace again. Same input, same bytes: `scripts/generated.mjs` checks it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** In the order in which they build on one another. */
const scripts = [
  'packages/swedish/scripts/passive-tables.ts',
  'packages/swedish/scripts/lexicon.ts',
  'rules/scripts/generate.ts',
  'packages/klarsprak/scripts/generate.ts',
  'packages/http/scripts/generate.ts',
  'packages/cms/wordpress/scripts/translations.mjs',
]

for (const script of scripts) {
  const run = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', script], {
    cwd: root,
    stdio: 'inherit',
  })
  if (run.status !== 0) process.exit(run.status ?? 1)
}
