// Runs the one-file program for Windows in Wine, with paths, line ends and encodings as they are there.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './workspace.mjs'

const text = 'Nämnden öppnar en förskola på Åsgatan.\r\nAvgiften är 8% av inkomsten.\r\n'
const config = String.raw`{ "overrides": [{ "files": ["press\\**"], "profile": "press" }], "ignore": ["arkiv\\**"] }`

/** True where there is Wine. */
export function hasWine() {
  return spawnSync('wine', ['--version']).status === 0
}

/**
 * @param program the file
 * @throws where something does not work
 */
export function tryWindowsProgram(program) {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-wine-'))
  const cwd = join(folder, 'texter')
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    WINEPREFIX: join(folder, 'wine'),
    WINEDEBUG: '-all',
    // Neither is used, and both would be looked for on the net.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  }
  const wine = (args, status = 0) => run('wine', args, { cwd, env, status, stdio: 'ignore', timeout: 90_000 })
  /** What the program writes to a file: in Wine, Node has no other standard output. */
  const lint = (args, status) => {
    wine(['cmd', '/c', `klarsprak.exe lint ${args} --format json > out.json 2> err.txt`], status)
    const [out, said] = ['out.json', 'err.txt'].map((name) => readFileSync(join(cwd, name), 'utf8'))
    expect(out !== '', `it says ${said}`)
    return { files: JSON.parse(out).files, said }
  }
  for (const name of ['press', 'brev', 'arkiv']) mkdirSync(join(cwd, name), { recursive: true })
  copyFileSync(program, join(cwd, 'klarsprak.exe'))
  writeFileSync(join(cwd, 'klarsprak.config.json'), config)
  writeFileSync(join(cwd, 'press/nyhet.md'), text)
  writeFileSync(join(cwd, 'arkiv/gammal.md'), text)
  writeFileSync(join(cwd, 'brev/svar.txt'), Buffer.from(text, 'latin1'))
  try {
    wine(['reg', 'add', String.raw`HKEY_CURRENT_USER\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f'])
    const { files, said } = lint(String.raw`press\nyhet.md brev\svar.txt`, 2)
    expect(
      files.length === 1 && files[0].path === 'press/nyhet.md' && files[0].profile === 'press',
      JSON.stringify(files),
    )
    const place = files[0].findings.find(({ ruleId }) => ruleId === 'procenttecken')?.range.start
    expect(place?.line === 2 && place.column === 13 && place.offset === text.indexOf('8%'), JSON.stringify(place))
    expect(said.startsWith('klarsprak: brev') && said.includes('--encoding windows-1252'), said)

    const all = lint('. --encoding windows-1252 --threads 2 --fix', 0).files.map(({ path }) => path)
    expect(all.includes('brev/svar.txt') && !all.some((path) => path.startsWith('arkiv')), all.join())
    const mended = Buffer.from(text.replace('8%', '8\u00a0%'), 'latin1')
    expect(readFileSync(join(cwd, 'brev/svar.txt')).equals(mended), 'it does not keep the encoding')
  } finally {
    // Ends what runs in this folder of Wine's.
    spawnSync('wineserver', ['-k', '-w'], { env, timeout: 20_000 })
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function expect(condition, message) {
  if (!condition) throw new Error(message)
}
