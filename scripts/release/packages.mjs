// Makes the packages as they are published: code and types from the sources, a package.json that names versions, and the
// papers. They are made in a folder of their own, so that the work tree stays as it is.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, catalog, publicPackages, root, run } from './workspace.mjs'

const repository = 'https://github.com/klarsprak/klarsprak'
/** What stays out of the published package.json. */
const ofTheWorkspace = ['devDependencies', 'scripts']

/**
 * Makes every public package and packs it.
 *
 * @param work an empty folder to work in
 * @param tarballs where the tarballs go
 * @returns name, folder and tarball of each
 */
export function packPackages(work, tarballs) {
  const packages = publicPackages()
  const compiled = join(work, 'compiled')
  const libraries = packages.filter(({ manifest }) => !isBundle(manifest))
  compile(libraries, work, compiled)
  const versions = new Map(packages.map(({ manifest }) => [manifest.name, manifest.version]))
  const outside = catalog()
  const staged = packages.map(({ folder, manifest }) => {
    const target = join(work, 'staged', folder)
    mkdirSync(target, { recursive: true })
    stage(folder, manifest, compiled, target)
    writeJson(join(target, 'package.json'), publishedManifest(folder, manifest, versions, outside))
    return { name: manifest.name, manifest, folder: target }
  })
  mkdirSync(tarballs, { recursive: true })
  const packed = JSON.parse(
    run('npm', [
      'pack',
      '--json',
      '--loglevel=error',
      '--pack-destination',
      tarballs,
      ...staged.map((one) => one.folder),
    ]),
  )
  return staged.map(({ name, ...rest }) => {
    const { filename, size, entryCount } = packed.find((one) => one.name === name)
    return { name, ...rest, tarball: join(tarballs, filename), size, files: entryCount }
  })
}

/** True of a package that is one program, built by its own script, with all it needs inside. */
const isBundle = (manifest) => manifest.scripts?.build !== undefined

/** Every library at once: JavaScript and types, each file where it stands below the root. */
function compile(libraries, work, outDir) {
  const config = join(work, 'tsconfig.json')
  writeJson(config, {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { noEmit: false, noEmitOnError: true, declaration: true, rootDir: root, outDir },
    include: libraries.map(({ folder }) => join(root, folder === 'rules' ? 'rules' : `${folder}/src`)),
    exclude: ['**/node_modules', '**/dist', '**/*.test.ts', '**/test', '**/scripts'],
  })
  run(bin('tsc'), ['-p', config])
  // In types, relative imports keep the ending of the sources.
  for (const name of readdirSync(outDir, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue
    const file = join(outDir, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1'))
  }
}

function stage(folder, manifest, compiled, target) {
  const source = join(root, folder)
  if (isBundle(manifest)) {
    if (!existsSync(join(source, 'dist'))) throw new Error(`${folder} is not built`)
    cpSync(join(source, 'dist'), join(target, 'dist'), { recursive: true })
    for (const program of Object.values(manifest.bin ?? {})) chmodSync(join(target, program), 0o755)
  } else
    cpSync(join(compiled, folder === 'rules' ? folder : `${folder}/src`), join(target, 'dist'), { recursive: true })
  for (const name of manifest.files)
    if (name !== 'dist') cpSync(join(source, name), join(target, name), { recursive: true })
  for (const name of ['README.md', 'NOTICE', 'CHANGELOG.md'])
    if (existsSync(join(source, name))) cpSync(join(source, name), join(target, name))
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'))
}

function publishedManifest(folder, manifest, versions, outside) {
  const published = { ...manifest }
  for (const key of ofTheWorkspace) delete published[key]
  if (isBundle(manifest)) delete published.dependencies
  else published.dependencies = withVersions(manifest, versions, outside)
  for (const key of ['exports', 'imports']) if (published[key]) published[key] = withoutSources(published[key])
  return {
    ...published,
    files: [...manifest.files, 'NOTICE', 'CHANGELOG.md'].filter(
      (name) => name === 'dist' || existsSync(join(root, folder, name)),
    ),
    author: 'The Klarspråk authors',
    homepage: `${repository}/tree/main/${folder}`,
    bugs: `${repository}/issues`,
    repository: { type: 'git', url: `git+${repository}.git`, directory: folder },
    publishConfig: { access: 'public' },
  }
}

/** Packages of the workspace at the very version, others at any that is compatible with the one tested. */
function withVersions({ name, dependencies = {} }, versions, outside) {
  return Object.fromEntries(
    Object.entries(dependencies).map(([dependency, spec]) => {
      const version = spec === 'catalog:' ? outside.get(dependency) : versions.get(dependency)
      if (version === undefined) throw new Error(`${name} needs ${dependency}, which is not public`)
      return [dependency, spec === 'catalog:' ? `^${version}` : version]
    }),
  )
}

/** Without the condition that leads to the sources. */
function withoutSources(conditions) {
  if (typeof conditions !== 'object') return conditions
  const entries = Object.entries(conditions).filter(([condition]) => condition !== 'source')
  if (entries.length === 1 && entries[0][0] === 'default') return entries[0][1]
  return Object.fromEntries(entries.map(([condition, target]) => [condition, withoutSources(target)]))
}

const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
