// The licences of the packages from outside that stand in bundles, as a file that goes with them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What the file is called in every folder of bundles. */
export const noticesName = 'THIRD-PARTY-NOTICES.txt'

/** What may be shipped with a program under the MIT License. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
])

/** Works that packages have packed into their own files. */
const packedInside = {
  unpdf: [{ name: 'PDF.js', license: 'Apache-2.0', author: 'Mozilla Foundation' }],
}

const namesOfLicences = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

export class Notices {
  /** Name and version → the notice. */
  #notices = new Map()

  /**
   * Notes the packages that a bundle has code of.
   *
   * @param result what esbuild gives with `metafile`
   * @throws Error where one may not be shipped, or names no licence
   */
  add({ metafile }) {
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const inside = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]
        if (inside !== undefined && bytesInOutput > 0) this.#addPackage(resolve(inside))
      }
  }

  /** Name, version and licence of each, in order of name. */
  get titles() {
    return [...this.#notices.keys()].sort()
  }

  /** Puts the file in a folder. */
  write(folder) {
    const parts = this.titles.map((title) => `${title}\n${'-'.repeat(title.length)}\n${this.#notices.get(title)}\n`)
    writeFileSync(
      join(folder, noticesName),
      `The programs in this folder contain these works of others, under their own licences.\n\n${parts.join('\n\n')}`,
    )
  }

  #addPackage(folder) {
    const work = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const title = titleOf(work)
    if (this.#notices.has(title)) return
    const files = readdirSync(folder).filter((file) => namesOfLicences.test(file))
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
    this.#notices.set(title, texts.length > 0 ? texts.join('\n\n') : standardText(work))
    for (const inner of packedInside[work.name] ?? []) this.#notices.set(titleOf(inner), standardText(inner))
  }
}

function titleOf({ name, version, license }) {
  if (typeof license !== 'string') throw new Error(`${name} names no licence`)
  const choices = license.replace(/[()]/g, '').split(' OR ')
  if (!choices.some((choice) => choice.split(' AND ').every((part) => allowed.has(part))))
    throw new Error(`${name} is under ${license}, which may not be shipped`)
  return `${[name, version].filter(Boolean).join(' ')} (${license})`
}

/** For works that name their licence but do not carry its text. */
function standardText({ name, license, author, contributors = [] }) {
  const file = new URL(`licences/${license}.txt`, import.meta.url)
  if (!existsSync(file)) throw new Error(`${name} carries no text of its licence, ${license}`)
  const holders = [author, ...contributors].map((one) => (typeof one === 'object' ? one.name : one)).filter(Boolean)
  return `Copyright (c) ${holders.join(', ') || `the authors of ${name}`}\n\n${readFileSync(file, 'utf8').trim()}`
}
