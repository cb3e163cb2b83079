import { dirname, relative, sep } from 'node:path'
import type { ServerContext } from './context.ts'

/** The folder of the workspace that a file stands in; its own folder where it stands outside. */
export function rootOf({ folders }: Pick<ServerContext, 'folders'>, path: string): string {
  const holding = folders.filter((folder) => isBelow(folder, path))
  return holding.sort((a, b) => b.length - a.length)[0] ?? dirname(path)
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
}
