import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/** A program that a launcher has loaded. */
export interface LoadedProgram<Exports> {
  readonly exports: Exports
  /** What the cache is made of when the program is built. */
  readonly script: Script
  /** Where the cache lies, or is to lie. */
  readonly cache: string
}

/**
 * Loads a program that `scripts/program.mjs` bundled. Its code need not be compiled where the cache beside it fits this
 * version of Node; where it does not fit, or is missing or damaged, V8 turns it down and compiles the code.
 *
 * @param name of the file, without `.js`
 * @param modules what the program takes from the one who loads it, by specifier; everything else is required
 */
export function loadProgram<Exports>(
  folder: string,
  name: string,
  modules: Readonly<Record<string, object>> = {},
): LoadedProgram<Exports> {
  const filename = join(folder, `${name}.js`)
  const cache = join(folder, `${name}.cache`)
  // The build writes nothing but ASCII, which is read fastest this way.
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  })
  const module = { exports: {} as Exports }
  const own = createRequire(filename)
  const require = Object.assign((id: string) => modules[id] ?? own(id), own)
  script.runInThisContext()(module, module.exports, require, filename)
  return { exports: module.exports, script, cache }
}

/**
 * Node 20 optimises so early that it does much of the work again: later is faster for texts of any length. To be called
 * before code caches are made or read: V8 turns one down that was made with other flags, in threads as well.
 */
export function optimiseLater(): void {
  // Newer versions complain of flags that they do not know.
  if (Number.parseInt(process.versions.node, 10) === 20) setFlagsFromString('--interrupt-budget=400000')
}
