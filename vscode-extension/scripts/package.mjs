// Packs the built extension as a .vsix: `package.mjs [FILE]`; default `klarsprak.vsix` beside this package.
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'

/** An extension that is fetched over a slow line should not be more. */
const mostBytes = 5_000_000

const contents = ['dist', 'l10n', 'media', 'package.nls.json']
const papers = ['README.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE']

const folder = fileURLToPath(new URL('..', import.meta.url))
const packagePath = resolve(process.argv[2] ?? join(folder, 'klarsprak.vsix'))
// Packed from a copy, whose manifest names nothing that is bundled or only builds it.
const staged = mkdtempSync(join(tmpdir(), 'klarsprak-vsix-'))
try {
  for (const name of [...contents, ...papers]) cpSync(join(folder, name), join(staged, name), { recursive: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  for (const key of ['private', 'scripts', 'dependencies', 'devDependencies']) delete manifest[key]
  manifest.files = ['**']
  writeFileSync(join(staged, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await createVSIX({ cwd: staged, packagePath, dependencies: false })
} finally {
  rmSync(staged, { recursive: true, force: true })
}
const { size } = statSync(packagePath)
if (size > mostBytes) {
  console.error(`${packagePath} is ${size} bytes; ${mostBytes} are allowed`)
  process.exit(1)
}
console.log(`${packagePath}: ${size} bytes`)
