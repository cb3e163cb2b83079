import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What an app imports of Sitevision, by its path in `@sitevision/api`. */
export type StandIns = Readonly<Record<string, object>>

/** Runs an app as its sources stand, with the house's settings, on stand-ins for Sitevision. */
export async function runApp(entry: string, settings: object, standIns: StandIns): Promise<void> {
  const key = `sitevision${Math.random()}`
  Object.assign(globalThis, { [key]: standIns })
  const folder = await mkdtemp(join(tmpdir(), 'klarsprak-sitevision-'))
  const outfile = join(folder, 'app.mjs')
  try {
    await build({
      entryPoints: [file(`../${entry}`)],
      outfile,
      bundle: true,
      format: 'esm',
      logLevel: 'warning',
      plugins: [
        {
          name: 'sitevision',
          setup({ onResolve, onLoad }) {
            onResolve({ filter: /^@sitevision\/api\// }, ({ path }) => ({ path, namespace: 'stand-in' }))
            onResolve({ filter: /^\.\/settings\.js$/ }, ({ path }) => ({ path, namespace: 'settings' }))
            onResolve({ filter: /^\.\/klarsprak\.js$/ }, () => ({ path: file('../shared/klarsprak.js') }))
            onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({
              contents: `export default globalThis[${JSON.stringify(key)}][${JSON.stringify(path.slice('@sitevision/api/'.length))}]`,
            }))
            onLoad({ filter: /./, namespace: 'settings' }, () => ({
              contents: Object.entries({ address: '', token: '', mailTo: '', ...settings })
                .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
                .join('\n'),
            }))
          },
        },
      ],
    })
    await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Sends as `Requester` is documented to, and remembers what. */
export function createRequester() {
  const sent: { url: string; headers: object; body: string }[] = []
  let last: Promise<void> = Promise.resolve()
  const post = (url: string, options: { contentType: string; headers: object; data: object }) => {
    let done = (_result: unknown, _status: number) => {}
    let fail = (_message: string, _status: { statusCode: number }) => {}
    const body = JSON.stringify(options.data)
    const headers = { ...options.headers, 'Content-Type': options.contentType }
    sent.push({ url, headers, body })
    last = fetch(url, { method: 'POST', headers, body }).then(
      async (response) => {
        const text = await response.text()
        if (!response.ok) fail('Error', { statusCode: response.status })
        else done(JSON.parse(text), response.status)
      },
      () => fail('Connection refused', { statusCode: -1 }),
    )
    const chain = {
      done: (callback: typeof done) => {
        done = callback
        return chain
      },
      fail: (callback: typeof fail) => {
        fail = callback
        return chain
      },
    }
    return chain
  }
  return { post, sent, settled: () => last }
}
