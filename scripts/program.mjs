// Bundles programs that `server/src/launching.ts` loads, each with what V8 makes of it beside it.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { plainCases } from './plain-cases.mjs'
import { plainLetters } from './plain-letters.mjs'

/** Node knows these; esbuild makes each a `new RegExp`, to be compiled anew whenever it is come to. */
export const knownToNode = { 'regexp-unicode-property-escapes': true }

/** esbuild's options for a program: it becomes a function that takes what a CommonJS module has. */
export const asProgram = {
  banner: {
    js: "(function(module,exports,require,__filename){const __url=require('node:url').pathToFileURL(__filename).href;",
  },
  footer: { js: '})' },
  // It is run as a script, which cannot load modules of its own: Node's are required.
  supported: { ...knownToNode, 'dynamic-import': false },
}

/**
 * The code of a bundled program with simpler patterns, in ASCII: it is read as Latin-1, which is fastest. esbuild escapes
 * what is not ASCII in strings but leaves it in patterns, where the escape means the same.
 */
export function programCode(path) {
  return plainCases(plainLetters(readFileSync(path, 'utf8'))).replace(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * Keeps what V8 makes of programs.
 *
 * @param script runs those of a folder on sample texts and writes their caches; in a process of its own, as V8 keeps what
 * was compiled by then
 */
export function keepCaches(script, folder) {
  const { status } = spawnSync(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${script} ended with ${status}`)
}

/**
 * Writes what V8 has compiled of a loaded program by now.
 *
 * @throws Error where a thread with the same flags turns it down
 */
export async function keepCache({ script, cache }) {
  writeFileSync(cache, script.createCachedData())
  const thread = new Worker(new URL('program-thread.mjs', import.meta.url), { workerData: cache })
  const [isRejected] = await once(thread, 'message')
  if (isRejected) throw new Error(`V8 turns ${cache} down, which it has just made`)
}

/** A module of the command or the server, from its source. */
export async function importSource(path) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../${path}`, import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    write: false,
  })
  return await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
