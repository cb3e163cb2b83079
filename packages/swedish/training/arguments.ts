import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The arguments of a command run through a package script; pnpm hands on the `--` that divides them from its own. */
export function commandArguments(): string[] {
  const given = process.argv.slice(2)
  return given[0] === '--' ? given.slice(1) : given
}

/** A path given on the command line, from where the person stands, not from the package's folder. */
export function givenPath(path: string): string {
  const full = resolve(process.env.INIT_CWD ?? process.cwd(), path)
  if (existsSync(full)) return full
  console.error(`${full}: no such file or folder`)
  process.exit(2)
}
