import { setFlagsFromString } from 'node:v8'
import { loadProgram } from './load-program.ts'

const { start } = loadProgram(import.meta.dirname)
// Node 20 optimises so early that it does much of the work again. Set after the cache has been read, which V8 turns down
// where flags differ; newer versions complain of flags that they do not know.
if (Number.parseInt(process.versions.node, 10) === 20) setFlagsFromString('--interrupt-budget=400000')
start()
