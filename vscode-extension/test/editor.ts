import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, launchBrowser, program, type Running, start, until } from '@klarsprak/counterparts'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'

export const extension = fileURLToPath(new URL('..', import.meta.url))

/** What a test in the editor's extension host came to. */
export interface HostResult {
  name: string
  error: string | null
  /** What the test wanted to be known: figures. */
  notes: Record<string, unknown>
}

/** A running VS Code server with folders of its own, and a browser that shows it. */
export class Editor {
  readonly folder: string
  readonly #root: string
  readonly #port: number
  readonly #server: Running
  readonly #browser: Browser

  private constructor(root: string, port: number, server: Running, browser: Browser) {
    this.#root = root
    this.folder = join(root, 'texter')
    this.#port = port
    this.#server = server
    this.#browser = browser
  }

  /**
   * @param files the texts of the workspace folder
   * @param install a .vsix to install first; where left out, the extension is loaded from its folder by `runSuite`
   */
  static async start(files: Readonly<Record<string, string>>, install?: string): Promise<Editor> {
    const root = mkdtempSync(join(tmpdir(), 'klarsprak-vscode-'))
    write(join(root, 'texter'), files)
    write(root, {
      'data/data/Machine/settings.json': JSON.stringify({
        'chat.disableAIFeatures': true,
        'workbench.startupEditor': 'none',
        'telemetry.telemetryLevel': 'off',
        'update.mode': 'none',
        'files.autoSave': 'off',
        'workbench.secondarySideBar.defaultVisibility': 'hidden',
        'chat.commandCenter.enabled': false,
        'security.workspace.trust.enabled': false,
      }),
      'home/.keep': '',
    })
    const places = ['--server-data-dir', join(root, 'data'), '--extensions-dir', join(root, 'extensions')]
    const env = { ...process.env, HOME: join(root, 'home'), KLARSPRAK_RESULTS: join(root, 'results.jsonl') }
    if (install) {
      const run = spawnSync(program('vscodeNode'), [program('vscode'), '--install-extension', install, ...places], {
        env,
        encoding: 'utf8',
      })
      if (run.status !== 0) throw new Error(`the extension was not installed: ${run.stdout}${run.stderr}`)
    }
    const port = await freePort()
    const server = start(
      program('vscodeNode'),
      [
        program('vscode'),
        ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--enable-smoke-test-driver'],
        ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust', ...places],
      ],
      { env, cwd: root },
    )
    await until('the editor\u2019s server', () => fetch(`http://127.0.0.1:${port}/version`).then((answer) => answer.ok))
    return new Editor(root, port, server, await launchBrowser())
  }

  /** The address of the editor; with the workspace folder unless told to show no folder. */
  address(parameters: Readonly<Record<string, string>> = {}, folder: string | undefined = this.folder): string {
    const query = new URLSearchParams(folder ? { folder, ...parameters } : { ew: 'true', ...parameters })
    return `http://127.0.0.1:${this.#port}/?${query}`
  }

  newPage(viewport = { width: 1280, height: 800 }): Promise<Page> {
    return this.#browser.newPage({ viewport })
  }

  /**
   * Runs a suite within the editor's extension host, where the extension is loaded from its folder.
   *
   * @param suite a file in `host/` that exports `run`
   * @param inFolder false for an editor without a workspace
   */
  async runSuite(suite: string, { inFolder = true, timeout = 80_000 } = {}): Promise<HostResult[]> {
    const bundle = join(this.#root, `${suite}.cjs`)
    await build({
      entryPoints: [join(extension, 'test/host', `${suite}.ts`)],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    })
    const results = join(this.#root, 'results.jsonl')
    writeFileSync(results, '')
    const remote = (path: string) => `vscode-remote://127.0.0.1:${this.#port}${path}`
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(extension.replace(/\/$/u, ''))],
      ['extensionTestsPath', remote(bundle)],
      ['skipWelcome', 'true'],
    ])
    const page = await this.newPage()
    const log: string[] = []
    try {
      let end: ((code: number) => void) | undefined
      const ended = new Promise<number>((resolve) => {
        end = resolve
      })
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => log.push(args.join(' ')))
      await page.exposeFunction('codeAutomationExit', (code: number) => end?.(code))
      await page.goto(this.address({ payload }, inFolder ? this.folder : ''))
      const limit = new Promise<'late'>((resolve) => setTimeout(resolve, timeout, 'late').unref())
      const code = await Promise.race([ended, limit])
      const lines = readFileSync(results, 'utf8').split('\n').filter(Boolean)
      if (lines.length === 0) throw new Error(`the suite ${suite} gave nothing (${code})\n${log.join('\n')}`)
      return lines.map((line) => JSON.parse(line) as HostResult)
    } finally {
      await page.close()
    }
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await this.#server.stop()
    rmSync(this.#root, { recursive: true, force: true })
  }
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** The names of the tests in a suite, which the editor's own process runs. */
export function testNames(suite: string): string[] {
  const source = readFileSync(join(extension, 'test/host', `${suite}.ts`), 'utf8')
  return [...source.matchAll(/^test\('(.+?)'/gmu)].map(([, name]) => name!)
}
