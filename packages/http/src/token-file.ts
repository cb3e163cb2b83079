import { readFileSync, statSync } from 'node:fs'
import { findToken, readTokens, type StoredToken, TokenError } from './tokens.ts'

/** Milliseconds between looks at the file: a token that is taken out stops working within that time. */
const patience = 1000

/** The tokens of a file, read again when it changes. */
export class TokenFile {
  readonly path: string
  #tokens: readonly StoredToken[]
  #stamp: string
  #looked = Date.now()

  /** @throws {TokenError} where the file cannot be read, or holds no token */
  constructor(path: string) {
    this.path = path
    this.#stamp = stampOf(path)
    this.#tokens = read(path)
    if (this.#tokens.length === 0)
      throw new TokenError(`${path} har inga token. Skapa en: klarsprak serve --tokens ${path} --new-token NAMN`)
  }

  /** The name of a token, or undefined where it is none. A file that cannot be read any more lets nobody in. */
  find(sent: string): string | undefined {
    this.#refresh()
    return findToken(this.#tokens, sent)
  }

  #refresh(): void {
    const now = Date.now()
    if (now - this.#looked < patience) return
    this.#looked = now
    const stamp = stampOf(this.path)
    if (stamp === this.#stamp) return
    this.#stamp = stamp
    try {
      this.#tokens = read(this.path)
    } catch {
      this.#tokens = []
    }
  }
}

function read(path: string): StoredToken[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new TokenError(
      code === 'ENOENT'
        ? `Hittar inte filen med token: ${path}. Skapa en: klarsprak serve --tokens ${path} --new-token NAMN`
        : `Det går inte att läsa filen med token: ${path}${code === undefined ? '' : ` (${code})`}.`,
    )
  }
  return readTokens(text, path)
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : ''
}
