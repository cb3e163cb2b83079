// Makes everything that a release consists of, tries it, and publishes the packages:
//
//   node scripts/release.mjs --dry-run [--programs linux-x64,…]   publishes nothing; CI runs it
//   node scripts/release.mjs                                      for whoever may publish, after `npm run bump`
//
// What is made stands in `.cache/release`: tarballs for npm, the extension, the WordPress plug-in, one-file programs, and
// SHA256SUMS.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bootstrap } from './bootstrap.mjs'
import { proposeVersions } from './release/changes.mjs'
import { examine } from './release/examine.mjs'
import { packPackages } from './release/packages.mjs'
import { makePrograms, platforms } from './release/program.mjs'
import { tryPackages } from './release/trial.mjs'
import { tryProgram } from './release/try-program.mjs'
import { hasWine, tryWindowsProgram } from './release/try-windows-program.mjs'
import { root, run } from './release/workspace.mjs'

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean' }, programs: { type: 'string', default: Object.keys(platforms).join() } },
})
const folder = join(root, '.cache/release')
const work = join(folder, 'work')
rmSync(folder, { recursive: true, force: true })
mkdirSync(work, { recursive: true })

// Tests have built everything before.
if (!values['dry-run'] || !existsSync(join(root, 'cli/dist'))) bootstrap()
const version = await step('changes', () => proposeVersions(work))
const packages = await step('packages', () => packPackages(work, folder))
if (!values['dry-run'] && version !== undefined) fail(`There are changes to release: run "npm run bump" first.`)
const faults = await step('publint, are-the-types-wrong, papers', () => examine(packages))
if (faults.length > 0) fail(faults.join('\n'))
await step('installed and used in an empty folder', () => tryPackages(packages))
await step('VS Code extension', () =>
  run(process.execPath, [join(root, 'vscode-extension/scripts/package.mjs'), join(folder, 'klarsprak.vsix')]),
)
await step('WordPress plug-in', () =>
  run(process.execPath, [
    join(root, 'packages/cms/wordpress/scripts/package.mjs'),
    join(folder, 'klarsprak-wordpress.zip'),
  ]),
)
const programs = await step('one-file programs', () => makePrograms(values.programs.split(','), work, folder))
for (const { platform, file } of programs) {
  if (platform === `${process.platform}-${process.arch}`) await step(`${platform} run`, () => tryProgram(file))
  else if (platform === 'win32-x64' && hasWine()) await step(`${platform} run in Wine`, () => tryWindowsProgram(file))
  else if (platform === 'win32-x64' && process.env.CI === 'true')
    fail('There is no Wine to run the program for Windows in.')
  else console.log(`!!    ${platform}: made, NOT RUN`)
}
rmSync(work, { recursive: true, force: true })
writeSums()
if (values['dry-run']) console.log('Nothing is published.')
else publish()

/** Says what is done and how long it took. */
async function step(name, action) {
  const began = performance.now()
  try {
    return await action()
  } catch (error) {
    return fail(`${name}: ${error.message}`)
  } finally {
    console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}

function writeSums() {
  const lines = readdirSync(folder).map((name) => {
    const path = join(folder, name)
    console.log(`${(statSync(path).size / 1e6).toFixed(1).padStart(7)} MB  ${name}`)
    return `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${name}\n`
  })
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
}

/** What was packed and tried, and nothing else. What is there already is left alone, so that a broken run can go on. */
function publish() {
  for (const { name, manifest, tarball } of packages) {
    if (isPublished(`${name}@${manifest.version}`)) console.log(`${name} ${manifest.version} is published already`)
    else run('npm', ['publish', tarball, '--access', 'public'], { stdio: 'inherit' })
  }
}

/** npm answers with the version where there is one, and with an error or nothing where there is none. */
function isPublished(spec) {
  return spawnSync('npm', ['view', spec, 'version'], { encoding: 'utf8' }).stdout.trim() !== ''
}
