import { rmSync } from 'node:fs'
import type { Answering, startAnswering } from '@klarsprak/counterparts'
import { type BuildOptions, build } from 'esbuild'

/** Bundles what a site runs as a package of ours is bundled for Node. */
export async function bundleForNode(entry: string, outfile: string, options: BuildOptions = {}): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    logLevel: 'warning',
    ...options,
  })
}

/** Starts a site whose files are in a folder, which is removed when the site stops or does not start. */
export async function startSiteIn(folder: string, start: () => ReturnType<typeof startAnswering>): Promise<Answering> {
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const { stop, ...site } = await start()
    return {
      ...site,
      async stop() {
        await stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
