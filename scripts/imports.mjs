// Imports go inwards only (ARCHITECTURE.md). Reads every import of every package and fails on one that points outwards,
// on a relative path that leaves its package, and on a workspace package that package.json does not name.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folder → the workspace packages that its sources may import. Tests may also import the package's own name. */
const allowed = {
  'packages/documents': [],
  'packages/swedish': [],
  'packages/engine': ['@klarsprak/documents', 'retext-swedish'],
  rules: ['@klarsprak/engine', 'retext-swedish'],
  'packages/klarsprak': ['@klarsprak/engine', '@klarsprak/rules', '@klarsprak/documents', 'retext-swedish'],
  'packages/report': ['@klarsprak/engine'],
  'packages/http': ['retext-klarsprak', '@klarsprak/report', '@klarsprak/engine', '@klarsprak/documents'],
  'packages/queue': ['retext-klarsprak', '@klarsprak/report'],
  'packages/http/web': ['@klarsprak/http', '@klarsprak/site', 'retext-klarsprak', 'retext-swedish'],
  'packages/site': ['retext-klarsprak'],
  server: ['retext-klarsprak', '@klarsprak/report', '@klarsprak/engine', '@klarsprak/documents'],
  'vscode-extension': ['@klarsprak/server'],
  'packages/crawl': [],
  'packages/cms/client': [],
  'packages/cms/payload': ['@klarsprak/cms-client'],
  'packages/cms/sitevision': [],
  'packages/cms/strapi': ['@klarsprak/cms-client'],
  'packages/office': ['@klarsprak/documents'],
  cli: [
    '@klarsprak/crawl',
    '@klarsprak/office',
    'retext-klarsprak',
    '@klarsprak/report',
    '@klarsprak/engine',
    '@klarsprak/documents',
    '@klarsprak/http',
    '@klarsprak/server',
    'retext-swedish',
  ],
  'packages/bench': [
    'retext-klarsprak',
    '@klarsprak/report',
    '@klarsprak/engine',
    '@klarsprak/documents',
    'retext-swedish',
  ],
}
const workspace = new Set(['retext-swedish', 'retext-klarsprak', 'klarsprak'])
const isWorkspace = (name) => name.startsWith('@klarsprak/') || workspace.has(name)
const packageName = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
const pattern =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

const faults = []
for (const [folder, may] of Object.entries(allowed)) {
  const base = resolve(root, folder)
  let manifest
  try {
    manifest = createRequire(import.meta.url)(resolve(base, 'package.json'))
  } catch {
    continue // A room that a later issue fills.
  }
  const named = new Set([
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.devDependencies ?? {}),
    manifest.name,
  ])
  for (const path of walk(base)) {
    const where = relative(root, path)
    const isTest = /(^|\/)(test|scripts|training)\/|\.test\.ts$/.test(relative(base, path))
    for (const [, first, second] of readFileSync(path, 'utf8').matchAll(pattern)) {
      const specifier = first ?? second
      if (specifier.startsWith('.')) {
        const target = resolve(dirname(path), specifier)
        // The build tools of the project belong to no package.
        if (!target.startsWith(base + sep) && !target.startsWith(resolve(root, 'scripts') + sep) && !isTest)
          faults.push(`${where}: the relative path ${specifier} leaves ${folder}`)
      } else if (isWorkspace(packageName(specifier))) {
        const name = packageName(specifier)
        if (!isTest && name !== manifest.name && !may.includes(name))
          faults.push(`${where}: ${folder} may not import ${name}`)
        if (!named.has(name)) faults.push(`${where}: ${name} is not named in ${folder}/package.json`)
      }
    }
  }
}
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'imports: all point inwards' : `imports: ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === 'generated') continue
    const path = resolve(folder, entry.name)
    // A package inside another's folder has a line of its own.
    if (entry.isDirectory()) {
      if (!existsSync(resolve(path, 'package.json'))) yield* walk(path)
    } else if (/\.(?:tsx?|mts|mjs)$/.test(entry.name)) yield path
  }
}
