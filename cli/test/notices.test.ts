import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import { Notices, noticesName } from '../../scripts/licences.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'klarsprak-notices-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** The works that a file of notices names, each with its licence and its text. */
function worksIn(folder: string) {
  const text = readFileSync(join(root, folder, noticesName), 'utf8')
  const parts = [
    ...text.matchAll(/^(\S+)(?: [\d.]+\S*)? \(([^)]+)\)\n-+\n([\s\S]*?)(?=^\S.* \([^)\n]+\)\n-{4,}\n|$(?![\s\S]))/gm),
  ]
  return parts.map(([, name, license, notice]) => ({ name: name!, license: license!, notice: notice! }))
}

describe('what is shipped', () => {
  it.each([
    ['cli/dist', ['fastify', 'commander', 'unpdf', 'PDF.js', 'unified', 'vscode-languageserver', 'yaml']],
    ['cli/dist/web', ['preact']],
    ['server/dist', ['vscode-languageserver', 'unified', 'yaml']],
    ['vscode-extension/dist', ['vscode-languageclient']],
    ['vscode-extension/dist/server', ['vscode-languageserver']],
  ])('%s carries the licences of what it bundles, and nothing under the GPL', (folder, expected) => {
    const works = worksIn(folder)
    expect(works.map(({ name }) => name)).toEqual(expect.arrayContaining(expected))
    for (const { name, license, notice } of works) {
      expect(license, name).not.toMatch(/GPL|SSPL|BUSL|CC-BY-(?:NC|ND)/)
      expect(notice.length, name).toBeGreaterThan(400)
      expect(notice, name).not.toMatch(/GNU (?:LESSER |AFFERO )?GENERAL PUBLIC LICENSE/i)
    }
  })

  it('names no package that only builds or tests', () => {
    const names = worksIn('cli/dist').map(({ name }) => name)
    for (const tool of ['esbuild', 'vitest', 'typescript', 'axe-core']) expect(names).not.toContain(tool)
  })
})

describe('a bundle', () => {
  /** Bundles a program that uses one function of a package and imports another. */
  async function noticesFor(manifest: Record<string, unknown>, papers: Record<string, string> = {}) {
    const folder = mkdtempSync(join(work, 'bundle-'))
    const put = (path: string, content: string) => {
      const file = join(folder, path)
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, content)
    }
    const named = { name: 'used', version: '1.2.3', main: 'main.js', ...manifest }
    put('node_modules/used/package.json', JSON.stringify(named))
    put('node_modules/used/main.js', 'export const used = () => console.log(1)')
    for (const [name, text] of Object.entries(papers)) put(`node_modules/used/${name}`, text)
    put('node_modules/unused/package.json', '{ "name": "unused", "license": "GPL-3.0", "main": "main.js" }')
    put('node_modules/unused/main.js', 'export const unused = () => console.log(2)')
    put('main.js', "import { used } from 'used'\nimport { unused } from 'unused'\nused()")
    const result = await build({
      entryPoints: [join(folder, 'main.js')],
      outfile: join(folder, 'out.js'),
      bundle: true,
      format: 'esm',
      metafile: true,
      logLevel: 'silent',
    })
    const notices = new Notices()
    notices.add(result)
    notices.write(folder)
    return readFileSync(join(folder, noticesName), 'utf8')
  }

  it('takes the text that a package carries, and leaves out packages without code in the bundle', async () => {
    const text = await noticesFor(
      { license: 'MIT' },
      { LICENSE: 'Copyright Ada\nAs you like.', NOTICE: 'With thanks.' },
    )
    expect(text).toContain('used 1.2.3 (MIT)\n----------------\nCopyright Ada\nAs you like.\n\nWith thanks.\n')
    expect(text).not.toContain('unused')
  })

  it('writes out the licence of a package that only names it', async () => {
    const text = await noticesFor({ license: 'ISC', author: { name: 'Ada' }, contributors: ['Bo <bo@exempel.se>'] })
    expect(text).toContain('Copyright (c) Ada, Bo <bo@exempel.se>\n\nPermission to use, copy')
  })

  it.each(['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', 'SEE LICENSE IN LICENSE.md'])(
    'is not made with a package under %s',
    (license) => expect(noticesFor({ license }, { LICENSE: 'Text' })).rejects.toThrow('may not be shipped'),
  )

  it.each([['(MIT OR GPL-3.0)'], ['MIT OR Apache-2.0']])('is made with a package under %s', (license) =>
    expect(noticesFor({ license }, { LICENSE: 'Text' })).resolves.toContain('used 1.2.3'),
  )

  it('is not made with a package that names no licence, or carries no text of an unusual one', async () => {
    await expect(noticesFor({})).rejects.toThrow('names no licence')
    await expect(noticesFor({ license: 'BlueOak-1.0.0' })).rejects.toThrow('carries no text')
  })
})
