// What a package must be before it is published.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { bin } from './workspace.mjs'

/**
 * Faults of the packed packages, one line each: publint, are-the-types-wrong, and papers that are missing.
 *
 * @param packages what `packPackages` gives
 */
export async function examine(packages) {
  const faults = []
  for (const one of packages) {
    for (const message of await publintMessages(one)) faults.push(`${one.name}: publint: ${message}`)
    for (const paper of missingPapers(one)) faults.push(`${one.name}: ${paper} is missing`)
  }
  // Each loads a compiler of its own, so two at a time.
  const typed = packages.filter(({ manifest }) => manifest.exports)
  const worker = async () => {
    for (let one = typed.pop(); one; one = typed.pop()) {
      const said = await typeFaults(one.tarball)
      if (said) faults.push(`${one.name}: are-the-types-wrong:\n${said}`)
    }
  }
  await Promise.all([worker(), worker()])
  return faults
}

async function publintMessages({ tarball, manifest }) {
  const bytes = readFileSync(tarball)
  const { messages } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
  })
  return messages.map((message) => formatMessage(message, manifest, { color: false }))
}

function missingPapers({ folder, manifest }) {
  const papers = ['README.md', 'LICENSE']
  // The model has a licence of its own.
  if (manifest.license !== 'MIT') papers.push('NOTICE')
  return papers.filter((name) => !existsSync(join(folder, name)))
}

function typeFaults(tarball) {
  return new Promise((resolve, reject) => {
    // A process that was ended is no verdict on the types.
    execFile(
      bin('attw'),
      [tarball, '--profile', 'esm-only', '--no-color', '--no-emoji'],
      { timeout: 90_000 },
      (error, stdout, stderr) => {
        if (!error) resolve(undefined)
        else if (error.code === 1) resolve(`${stdout}${stderr}`)
        else reject(error)
      },
    )
  })
}
