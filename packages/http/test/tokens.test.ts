import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RateLimiter } from '../src/rate-limiter.ts'
import { TokenFile } from '../src/token-file.ts'
import { createToken, findToken, readTokens } from '../src/tokens.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarsprak-tokens-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

describe('tokens', () => {
  it('are known by their hash alone', () => {
    const one = createToken('webben')
    const other = createToken('intranätet')
    expect(one.token).toMatch(/^klar_[\w-]{43}$/)
    expect(one.line).not.toContain(one.token)
    const tokens = readTokens(`# Token\n\n${one.line}\r\n${other.line}\n`, 'token.txt')
    expect(findToken(tokens, one.token)).toBe('webben')
    expect(findToken(tokens, other.token)).toBe('intranätet')
    for (const wrong of ['', 'webben', one.line.split(':')[1]!, `${one.token}a`, one.token.slice(0, -1)])
      expect(findToken(tokens, wrong)).toBeUndefined()
  })

  it('turn away faulty files and names, by line', () => {
    const { line } = createToken('a')
    expect(() => readTokens(`${line}\nhemligt\n`, 'token.txt')).toThrow('token.txt, rad 2')
    expect(() => readTokens(`${line}\n${line}\n`, 'token.txt')).toThrow('redan en token som heter a')
    expect(() => createToken('a b')).toThrow('Namnet')
    expect(() => createToken('')).toThrow('Namnet')
  })

  it('follow their file, and let nobody in when it is gone', () => {
    const path = join(folder, 'token.txt')
    expect(() => new TokenFile(path)).toThrow('Hittar inte')
    writeFileSync(path, '# tom\n')
    expect(() => new TokenFile(path)).toThrow('inga token')
    const one = createToken('ett')
    const two = createToken('tva')
    writeFileSync(path, `${one.line}\n`)
    vi.useFakeTimers()
    const file = new TokenFile(path)
    expect(file.find(one.token)).toBe('ett')
    writeFileSync(path, `${two.line}\n`)
    utimesSync(path, new Date(), new Date(Date.now() + 5000))
    vi.advanceTimersByTime(1100)
    expect(file.find(one.token)).toBeUndefined()
    expect(file.find(two.token)).toBe('tva')
    rmSync(path)
    vi.advanceTimersByTime(1100)
    expect(file.find(two.token)).toBeUndefined()
  })
})

describe('rate limiter', () => {
  it('lets bursts and an even pace pass, and tells others how long to wait', () => {
    const limiter = new RateLimiter(60)
    for (let request = 0; request < 20; request++) expect(limiter.take('a', 0)).toBeUndefined()
    expect(limiter.take('a', 0)).toBe(1)
    expect(limiter.take('b', 0)).toBeUndefined()
    expect(limiter.take('a', 500)).toBe(1)
    expect(limiter.take('a', 1100)).toBeUndefined()
    expect(limiter.take('a', 1100)).toBe(1)
    const slow = new RateLimiter(2)
    for (let request = 0; request < 2; request++) expect(slow.take('a', 0)).toBeUndefined()
    expect(slow.take('a', 0)).toBe(30)
  })

  it('can be left out', () => {
    const limiter = new RateLimiter(0)
    for (let request = 0; request < 1000; request++) expect(limiter.take('a', 0)).toBeUndefined()
  })
})
