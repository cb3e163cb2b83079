import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Answer, program, startAnswering } from '@klarsprak/counterparts'
import { bundleForNode, startSiteIn } from '../../client/test/site.ts'

/** A site in Payload, with the plug-in as it is bundled for Node. */
export interface Site {
  /** A call of the Local API, by its name. Rejects with what Payload throws. */
  local(name: string, request: object): Promise<Answer>
  /** A request to the REST API, which Payload's own web pages use. */
  rest(method: string, path: string, body?: object, token?: string): Promise<{ status: number; body: Answer }>
  /** Markdown as the editor keeps it. */
  richText(markdown: string): Promise<object>
  overrides(): Promise<object[]>
  /** What Payload has logged. */
  output(): string
  stop(): Promise<void>
}

/** Starts a site whose pages are checked by the service at an address. */
export async function startSite(service: string): Promise<Site> {
  // Beside Payload's packages, so that it finds them.
  const bundle = join(dirname(program('payload')), '../../site/site.mjs')
  mkdirSync(dirname(bundle), { recursive: true })
  const entry = fileURLToPath(new URL('site.mjs', import.meta.url))
  await bundleForNode(entry, bundle, { external: ['payload', '@payloadcms/*'] })
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-payload-'))
  // Node 20 can stall in Lexical's usual entry, which waits at its top level for one of these.
  const args = ['--conditions=production', bundle, JSON.stringify({ folder, service })]
  const { ask, output, stop } = await startSiteIn(folder, () => startAnswering(args, dirname(bundle)))
  return {
    local: (name, request) => ask('local', name, request),
    rest: (method, path, body, token) => ask('rest', method, path, body, token),
    richText: (markdown) => ask('richText', markdown),
    overrides: () => ask('overrides'),
    output,
    stop,
  }
}
