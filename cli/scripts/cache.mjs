// Runs the bundled program and the language server on sample texts, and keeps what V8 has compiled: `cache.mjs FOLDER`.
import { fileURLToPath } from 'node:url'
import { importSource, keepCache } from '../../scripts/program.mjs'
import { lintSample } from '../../server/scripts/lint-sample.mjs'

const { loadProgram } = await importSource('server/src/launching.ts')
const { tune } = await importSource('cli/src/tune.ts')
tune()
const program = loadProgram(process.argv[2], 'program')
const { main, loadLanguageServer } = program.exports
const sample = fileURLToPath(new URL('../../fixtures/sample/pressmeddelande.md', import.meta.url))
for (const format of ['pretty', 'json']) {
  const status = await main(['lint', sample, '--format', format])
  if (status > 1) process.exit(1)
}
await keepCache(program)
const server = await loadLanguageServer()
await lintSample(server.exports)
await keepCache(server)
process.exit(0)
