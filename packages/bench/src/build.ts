import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { plainCases } from '../../../scripts/plain-cases.mjs'
import { plainLetters } from '../../../scripts/plain-letters.mjs'

const file = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const workers = ['throughput', 'keystrokes']

/**
 * Bundles the workers as users get the program, with the model beside them; the peers stay as they are installed.
 *
 * @returns the path of each worker, by name
 */
export async function buildWorkers(): Promise<(name: string) => string> {
  rmSync(file('dist'), { recursive: true, force: true })
  await build({
    entryPoints: workers.map((name) => file(`src/workers/${name}.ts`)),
    outdir: file('dist'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['source'],
    mainFields: ['module', 'main'],
    minifySyntax: true,
    supported: { 'regexp-unicode-property-escapes': true },
    external: [
      '@textlint/*',
      'alex',
      'parse-latin',
      'textlint-rule-common-misspellings',
      'textlint-rule-terminology',
      'textlint-rule-write-good',
      'write-good',
      'yoastseo',
      'yoastseo/*',
    ],
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
  for (const name of workers) {
    const path = file(`dist/${name}.js`)
    writeFileSync(path, plainCases(plainLetters(readFileSync(path, 'utf8'))))
  }
  cpSync(file('../swedish/model'), file('dist/model'), { recursive: true })
  return (name) => file(`dist/${name}.js`)
}
