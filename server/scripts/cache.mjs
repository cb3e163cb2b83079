// Runs the bundled server on a sample text, and keeps what V8 has compiled: `cache.mjs FOLDER`.
import { importSource, keepCache } from '../../scripts/program.mjs'
import { lintSample } from './lint-sample.mjs'

const { loadProgram, optimiseLater } = await importSource('server/src/launching.ts')
optimiseLater()
const server = loadProgram(process.argv[2], 'program')
await lintSample(server.exports)
await keepCache(server)
process.exit(0)
