import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const namesOfLicences = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

/** The licences of the packages from outside that stand in bundles. */
export class Licences {
  /** Name and version → what there is to say. */
  #said = new Map()

  /** @param result what esbuild gives with `metafile` */
  add({ metafile }) {
    for (const path of Object.keys(metafile.inputs)) {
      const [inside] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []
      if (inside !== undefined) this.#addFolder(resolve(inside))
    }
  }

  /** @param from a file that can import the package */
  addPackage(name, from) {
    this.#addFolder(dirname(createRequire(from).resolve(`${name}/package.json`)))
  }

  /** All of them, by name. */
  text() {
    const parts = [...this.#said].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part)
    return `The programs in this folder contain these works of others.\n\n${parts.join('\n\n')}\n`
  }

  #addFolder(folder) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const title = `${name} ${version}`
    if (this.#said.has(title)) return
    if (typeof license !== 'string') throw new Error(`${title} names no licence`)
    const files = readdirSync(folder).filter((file) => namesOfLicences.test(file))
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
    this.#said.set(title, [`${title} (${license})`, '-'.repeat(60), ...texts].join('\n'))
  }
}
