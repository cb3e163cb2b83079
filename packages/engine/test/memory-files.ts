import type { FileSystem } from '../src/config/file-system.ts'

/** Files in memory, by absolute path; those whose text is an error cannot be read. */
export function memoryFiles(files: Record<string, string | Error>, cwd = '/hem'): FileSystem {
  return {
    cwd,
    read(path) {
      const text = files[path]
      if (text instanceof Error) throw text
      return text
    },
  }
}
