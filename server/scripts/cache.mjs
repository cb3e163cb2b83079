// Runs the bundled server on a sample text, and keeps what V8 has compiled: `cache.mjs FOLDER`.
import { keepCache, launching } from '../../scripts/program.mjs'
import { lintSample } from './lint-sample.mjs'

const { loadProgram } = await launching()
const server = loadProgram(process.argv[2], 'program')
await lintSample(server.exports)
keepCache(server)
process.exit(0)
