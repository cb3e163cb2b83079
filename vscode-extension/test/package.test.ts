import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../scripts/package.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'klarsprak-vsix-test-'))
const vsix = join(folder, 'klarsprak.vsix')
let bytes: Buffer
let files: Map<string, { at: number; packed: number; method: number }>

beforeAll(() => {
  const run = spawnSync(process.execPath, [script, vsix], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stdout + run.stderr)
  bytes = readFileSync(vsix)
  files = directoryOf(bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The central directory of a zip file. */
function directoryOf(zip: Buffer): typeof files {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const found: typeof files = new Map()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [number, number, number]
    found.set(zip.toString('utf8', at + 46, at + 46 + name), {
      at: zip.readUInt32LE(at + 42),
      packed: zip.readUInt32LE(at + 20),
      method: zip.readUInt16LE(at + 10),
    })
    at += 46 + name + extra + comment
  }
  return found
}

function contentOf(name: string): string {
  const { at, packed, method } = files.get(name)!
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const data = bytes.subarray(start, start + packed)
  return (method === 0 ? data : inflateRawSync(data)).toString('utf8')
}

describe('the packed extension', () => {
  it('is under five megabytes', () => {
    expect(bytes.length).toBeLessThan(5_000_000)
  })

  it('holds the program, the model with its licence, the schema and the papers, and no sources', () => {
    const names = [...files.keys()].map((name) => name.replace('extension/', ''))
    for (const name of [
      'package.json',
      'package.nls.json',
      'l10n/bundle.l10n.en.json',
      'dist/extension.cjs',
      'dist/klarsprak.schema.json',
      'dist/server/server.js',
      'dist/server/package.json',
      'dist/server/model/swedish.klm',
      'dist/server/model/lexicon.klm',
      'dist/server/model/LICENSE',
      'dist/webview/checklist.js',
      'dist/webview/metrics.js',
      'dist/webview/comparison.js',
      'dist/webview/folder.js',
      'dist/webview/panel.css',
      'media/icon.png',
      'readme.md',
      'changelog.md',
      'LICENSE.txt',
      'NOTICE',
    ])
      expect(names).toContain(name)
    expect(names.filter((name) => /\.(?:ts|map|vsix)$|node_modules|test\//u.test(name))).toEqual([])
  })

  it('names nothing that only builds it', () => {
    const manifest = JSON.parse(contentOf('extension/package.json'))
    for (const key of ['scripts', 'devDependencies', 'dependencies']) expect(manifest).not.toHaveProperty(key)
    expect(manifest.main).toBe('./dist/extension.cjs')
    expect(contentOf('extension/dist/klarsprak.schema.json')).toContain('passiv-form')
    expect(contentOf('extension/NOTICE')).toContain('CC BY-SA 4.0')
  })
})
