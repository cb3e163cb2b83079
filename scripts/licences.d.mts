import type { Metafile } from 'esbuild'

export const noticesName: string
export class Notices {
  add(result: { metafile: Metafile }): void
  get titles(): string[]
  write(folder: string): void
}
