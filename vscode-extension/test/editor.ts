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
interface HostResult {
  name: string
  error: string | null
  /** What the test wanted to be known: figures. */
  notes: Record<string, unknown>
}

/** Tests that run in the editor. */
export interface Suite {
  /** What a test came to, as soon as it has run. */
  resultOf(test: string): Promise<HostResult>
  stop(): Promise<void>
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
   * @param install a .vsix to install first; where left out, the extension is loaded from its folder by `startSuite`
   * @param trusted false for a folder that the user does not trust
   */
  static async start(
    files: Readonly<Record<string, string>>,
    { install, trusted = true }: { install?: string; trusted?: boolean } = {},
  ): Promise<Editor> {
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
        'security.workspace.trust.enabled': !trusted,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      }),
      'home/.keep': '',
    })
    const places = ['--server-data-dir', join(root, 'data'), '--extensions-dir', join(root, 'extensions')]
    const env = { ...process.env, HOME: join(root, 'home') }
    if (install) {
      const run = spawnSync(program('vscodeNode'), [program('vscode'), '--install-extension', install, ...places], {
        env,
        encoding: 'utf8',
      })
      if (run.status !== 0) throw new Error(`the extension was not installed: ${run.stdout}${run.stderr}`)
    }
    const port = await freePort()
    const trust = trusted ? ['--disable-workspace-trust'] : []
    const server = start(
      program('vscodeNode'),
      [
        program('vscode'),
        ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--enable-smoke-test-driver'],
        ...['--accept-server-license-terms', '--telemetry-level', 'off', ...trust, ...places],
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
   * Starts a suite within the editor's extension host, where the extension is loaded from its folder.
   *
   * @param name a file in `host/` that exports `run`
   * @param inFolder false for an editor without a workspace
   */
  async startSuite(name: string, inFolder: boolean): Promise<Suite> {
    const bundle = join(this.#root, `${name}.cjs`)
    const results = join(this.#root, `${name}.jsonl`)
    writeFileSync(results, '')
    await build({
      entryPoints: [join(extension, 'test/host', `${name}.ts`)],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      define: { resultsFile: JSON.stringify(results) },
      logLevel: 'warning',
    })
    const remote = (path: string) => `vscode-remote://127.0.0.1:${this.#port}${path}`
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', remote(extension.replace(/\/$/u, ''))],
      ['extensionTestsPath', remote(bundle)],
      ['skipWelcome', 'true'],
    ])
    const page = await this.newPage()
    let ended = false
    await page.exposeFunction('codeAutomationLog', () => {})
    await page.exposeFunction('codeAutomationExit', () => {
      ended = true
    })
    await page.goto(this.address({ payload }, inFolder ? this.folder : ''))
    const known = () => {
      const lines = readFileSync(results, 'utf8').split('\n').slice(0, -1)
      return lines.map((line) => JSON.parse(line) as HostResult)
    }
    return {
      resultOf: (test) =>
        until(
          test,
          () => {
            const result = known().find((one) => one.name === test)
            if (result || !ended) return result
            return { name: test, error: 'the suite ended without it', notes: {} }
          },
          85_000,
        ),
      stop: () => page.close(),
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
