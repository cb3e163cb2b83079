// Bundles programs that `server/src/launching.ts` loads, each with what V8 makes of it beside it.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
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
 * Keeps what V8 makes of programs in a folder.
 *
 * @param script runs them on sample texts and writes the caches; in a process of its own, as V8 keeps what was compiled
 * by then
 * @throws Error where it fails, or V8 turns down a cache that it has just made
 */
export function keepCaches(script, folder, names) {
  const { status } = spawnSync(process.execPath, [script, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${script} ended with ${status}`)
  for (const name of names) {
    const filename = `${folder}/${name}.js`
    const cachedData = readFileSync(`${folder}/${name}.cache`)
    if (new Script(readFileSync(filename, 'latin1'), { filename, cachedData }).cachedDataRejected)
      throw new Error(`V8 turns the code cache of ${name} down that it has just made`)
  }
}

/** What launchers load programs with. */
export async function launching() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../server/src/launching.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  })
  return await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

/** Writes what V8 has compiled of a loaded program by now. */
export function keepCache({ script, cache }) {
  writeFileSync(cache, script.createCachedData())
}
