// Says whether V8 turns a code cache down: run by `program.mjs`, as another thread has no compiled code of its own.
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { workerData as cache, parentPort } from 'node:worker_threads'

const filename = cache.replace(/cache$/, 'js')
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: readFileSync(cache) })
parentPort.postMessage(script.cachedDataRejected)
