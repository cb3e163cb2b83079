// Installs the packed packages in an empty folder outside the workspace, and uses them there as somebody else would.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bin, catalog, run } from './workspace.mjs'

/** What the examples of the READMEs use beside the packages. */
const usedByExamples = ['unified', 'unist-util-visit', 'vfile-reporter', 'retext-stringify']
/** What speaks with other programs, and so has types of Node's. */
const forNode = /^@klarsprak\/(?:cms-client|payload|queue|strapi)$/
const node = (args, options) => run(process.execPath, args, options)

/**
 * @param packages what `packPackages` gives
 * @throws with all that was printed, where something does not work
 */
export async function tryPackages(packages) {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-trial-'))
  try {
    install(folder, packages)
    const entries = packages.flatMap(entriesOf)
    importAll(folder, entries)
    checkTypes(folder, entries)
    runCommand(folder)
    for (const { folder: staged } of packages) runExample(folder, join(staged, 'README.md'))
    await bundleForBrowsers(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function install(folder, packages) {
  const versions = catalog()
  const beside = [...usedByExamples, '@types/node'].map((name) => `${name}@${versions.get(name)}`)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  // Strapi and Payload themselves are no part of the trial.
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--legacy-peer-deps']
  run('npm', ['install', ...quiet, ...packages.map(({ tarball }) => tarball), ...beside], { cwd: folder })
}

/** What can be imported of a package. */
function entriesOf({ name, manifest }) {
  return Object.entries(manifest.exports ?? {})
    .filter(([, target]) => typeof target === 'object')
    .map(([path]) => `${name}${path.slice(1)}`)
}

function importAll(folder, entries) {
  const code = entries.map(
    (entry) => `if (Object.keys(await import('${entry}')).length === 0) throw new Error('${entry}')`,
  )
  node(['--input-type=module', '--eval', code.join('\n')], { cwd: folder })
}

/** All of them as a program for Node has them; those that also run elsewhere without a word of Node. */
function checkTypes(folder, entries) {
  mkdirSync(join(folder, 'types'))
  const use = [
    "import { createLinter, type Finding } from 'retext-klarsprak'",
    "export const found: readonly Finding[] = createLinter().lint({ source: 'Hej', format: 'text' }).findings",
    '// @ts-expect-error: not a format',
    "createLinter().lint({ source: 'Hej', format: 'pdf-fil' })",
  ]
  const check = (name, imported, options) => {
    const lines = imported.map((entry, index) => `import * as entry${index} from '${entry}'\nvoid entry${index}`)
    writeFileSync(join(folder, 'types', name), `${[...lines, ...use].join('\n')}\n`)
    const strict = ['--noEmit', '--strict', '--module', 'NodeNext', '--target', 'ES2022']
    run(bin('tsc'), [...strict, ...options, join('types', name)], { cwd: folder })
  }
  check('node.ts', entries, ['--types', 'node', '--lib', 'ES2023', '--skipLibCheck'])
  const anywhere = entries.filter((entry) => !forNode.test(entry))
  check('anywhere.ts', anywhere, ['--types', '', '--lib', 'ES2023,DOM', '--skipLibCheck', 'false'])
}

function runCommand(folder) {
  const command = join(folder, 'node_modules/.bin/klarsprak')
  writeFileSync(join(folder, 'beslut.md'), '# Beslut om förskolan\n\nBeslutet fattades av nämnden. Det är 8%.\n')
  const found = JSON.parse(run(command, ['lint', 'beslut.md', '--format', 'json'], { cwd: folder, status: 1 }))
  const ids = found.files[0].findings.map(({ ruleId }) => ruleId)
  for (const id of ['passiv-med-agent', 'procenttecken'])
    if (!ids.includes(id)) throw new Error(`the installed command does not find ${id}, only ${ids}`)
  const page = run(command, ['explain', 'passiv-form'], { cwd: folder })
  if (!page.includes('Varför')) throw new Error(`the installed command explains nothing:\n${page}`)
}

/** Runs the example of a README that says what it prints. */
function runExample(folder, readme) {
  const text = readFileSync(readme, 'utf8')
  const code = /```js\n([\s\S]*?)```/.exec(text)?.[1]
  const output = /prints\n\n```text\n([\s\S]*?)```/.exec(text)?.[1]
  if (code === undefined || output === undefined) return
  const printed = node(['--input-type=module', '--eval', code], { cwd: folder })
  if (printed !== output) throw new Error(`${readme} says\n${output}\nbut its example prints\n${printed}`)
}

/** A bundle for browsers may use nothing of Node. */
async function bundleForBrowsers(folder) {
  const entry =
    "export { createLinter } from 'retext-klarsprak'\nexport { useLexicon, useModel } from 'retext-swedish'\n"
  // Fails on every import that a browser has not.
  await build({
    stdin: { contents: entry, resolveDir: folder },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
}
