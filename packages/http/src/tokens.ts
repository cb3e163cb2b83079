import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A token as it is kept: its name and a hash. */
export interface StoredToken {
  readonly name: string
  readonly hash: Buffer
}

const line = /^(\S+)\s+sha256:([0-9a-f]{64})$/
const nameShape = /^[\p{L}\p{N}._@-]{1,100}$/u

/** A file of tokens that cannot be used. The message is Swedish. */
export class TokenError extends Error {
  override name = 'TokenError'
}

/**
 * Reads a file of tokens: a name and `sha256:` with the hash in hexadecimal on each line; empty lines and lines that
 * begin with `#` are let pass.
 *
 * @param path named in errors
 * @throws {TokenError} for a line of any other kind, or where two tokens have the same name
 */
export function readTokens(text: string, path: string): StoredToken[] {
  const tokens: StoredToken[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const content = raw.trim()
    if (content === '' || content.startsWith('#')) continue
    const [, name, hash] = line.exec(content) ?? []
    if (name === undefined || hash === undefined)
      throw new TokenError(`${path}, rad ${index + 1}: Raden är ingen token. Skapa en med klarsprak serve --new-token.`)
    if (tokens.some((token) => token.name === name))
      throw new TokenError(`${path}, rad ${index + 1}: Det finns redan en token som heter ${name}.`)
    tokens.push({ name, hash: Buffer.from(hash, 'hex') })
  }
  return tokens
}

/**
 * Makes a token of 256 random bits.
 *
 * @returns the token, to be shown once, and the line that keeps it
 * @throws {TokenError} where the name cannot be used
 */
export function createToken(name: string): { token: string; line: string } {
  if (!nameShape.test(name))
    throw new TokenError('Namnet på en token får ha bokstäver, siffror, punkt, bindestreck, understreck och @.')
  const token = `klar_${randomBytes(32).toString('base64url')}`
  return { token, line: `${name} sha256:${hashOf(token).toString('hex')}` }
}

/** The name of the token that a client sent, or undefined for no token of these. Takes as long for any. */
export function findToken(tokens: readonly StoredToken[], sent: string): string | undefined {
  const hash = hashOf(sent)
  let found: string | undefined
  for (const token of tokens) if (timingSafeEqual(token.hash, hash)) found = token.name
  return found
}

// The tokens have full entropy, so that a fast hash gives nothing away.
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
