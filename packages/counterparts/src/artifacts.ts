import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The path where a test leaves a picture or another proof, in a folder that Git ignores. */
export function artifact(name: string): string {
  const path = fileURLToPath(new URL(`../../../.cache/artifacts/${name}`, import.meta.url))
  mkdirSync(dirname(path), { recursive: true })
  return path
}
