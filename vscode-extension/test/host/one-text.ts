import * as vscode from 'vscode'

/** A file system of one text that stands on no disk, as that of a repository which is opened without being fetched. */
export class OneText implements vscode.FileSystemProvider {
  readonly #name: string
  #content: Uint8Array
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  readonly onDidChangeFile = this.#changed.event

  constructor(name: string, text: string) {
    this.#name = name
    this.#content = new TextEncoder().encode(text)
  }

  get text(): string {
    return new TextDecoder().decode(this.#content)
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {})
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const times = { ctime: 0, mtime: this.#content.length }
    if (path === '/') return { type: vscode.FileType.Directory, size: 0, ...times }
    return { type: vscode.FileType.File, size: this.#find(path).length, ...times }
  }

  readDirectory(): [string, vscode.FileType][] {
    return [[this.#name, vscode.FileType.File]]
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return this.#find(path)
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#find(uri.path)
    this.#content = content
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }])
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions()
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions()
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions()
  }

  #find(path: string): Uint8Array {
    if (path !== `/${this.#name}`) throw vscode.FileSystemError.FileNotFound(path)
    return this.#content
  }
}
