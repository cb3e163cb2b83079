/** The files that settings are read from. Paths have `/` between names. */
export interface FileSystem {
  /** The folder that relative paths are seen from. */
  readonly cwd: string
  /**
   * The text of a file, UTF-8 decoded; undefined where there is none.
   *
   * @throws anything, where the file is there and cannot be read
   */
  read(path: string): string | undefined
  /** A path as people write it on this machine, with `/` between names; as it is where left out. */
  toPath?(path: string): string
}

/** No files at all: settings are given in full by the caller, as in a browser. */
export const noFiles: FileSystem = { cwd: '/', read: () => undefined }
