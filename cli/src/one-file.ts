// Starts the one-file program: Node with the files of the command inside. They are laid out in the user's cache folder the
// first time, because threads and worker processes are started from files.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { getAsset, getRawAsset } from 'node:sea'

/** What the build puts beside the files. */
interface Contents {
  /** A digest of all files. */
  readonly digest: string
  /** Paths with `/`. Each is the name of an asset too. */
  readonly files: readonly string[]
}

const contents: Contents = JSON.parse(getAsset('contents.json', 'utf8'))
const folder = layOut()
const [, , script, ...rest] = process.argv
// A worker process that this program has started.
if (process.channel && script?.startsWith(folder + sep)) {
  process.argv = [process.execPath, script, ...rest]
  load(script)
} else load(join(folder, 'klarsprak.js'))

function load(file: string): void {
  createRequire(file)(file)
}

/** The folder with the files. */
function layOut(): string {
  const kept = join(cacheFolder(), contents.digest)
  if (isWhole(kept)) return kept
  try {
    mkdirSync(dirname(kept), { recursive: true, mode: 0o700 })
    const beside = mkdtempSync(`${kept}.`)
    write(beside)
    putInPlace(beside, kept)
    return kept
  } catch {
    // No home, or none that may be written to.
    const once = mkdtempSync(join(tmpdir(), 'klarsprak-'))
    process.once('exit', () => rmSync(once, { recursive: true, force: true }))
    write(once)
    return once
  }
}

function cacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(LOCALAPPDATA || join(home, 'AppData', 'Local'), 'klarsprak', 'program')
    case 'darwin':
      return join(home, 'Library', 'Caches', 'klarsprak', 'program')
    default:
      return join(XDG_CACHE_HOME || join(home, '.cache'), 'klarsprak', 'program')
  }
}

/** Programs that clean caches may take single files. */
function isWhole(path: string): boolean {
  return contents.files.every((name) => existsSync(join(path, name)))
}

function write(path: string): void {
  for (const name of contents.files) {
    const file = join(path, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, new Uint8Array(getRawAsset(name) as ArrayBuffer))
  }
}

/** Another process may do the same at the same time: whoever comes last gives way. */
function putInPlace(beside: string, kept: string): void {
  try {
    if (existsSync(kept) && !isWhole(kept)) rmSync(kept, { recursive: true, force: true })
    renameSync(beside, kept)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!isWhole(kept)) throw error
  }
}
