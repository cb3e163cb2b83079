// Runs the bundled program on sample texts, and keeps what V8 has compiled: `cache.mjs FOLDER`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = process.argv[2]
const source = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const { outputFiles } = await build({
  entryPoints: [source('src/load-program.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
})
const { cacheName, loadProgram } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)
const { main, script } = loadProgram(folder)
const sample = source('../fixtures/sample/pressmeddelande.md')
for (const format of ['pretty', 'json']) {
  const status = await main(['lint', sample, '--format', format])
  if (status > 1) process.exit(1)
}
writeFileSync(join(folder, cacheName), script.createCachedData())
