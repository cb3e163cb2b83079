import { createRequire } from 'node:module'
import * as documents from '@klarsprak/documents'
import * as engine from '@klarsprak/engine'
import * as engineNode from '@klarsprak/engine/node'
import * as report from '@klarsprak/report'
import * as klarsprak from 'retext-klarsprak'
import * as pages from 'retext-klarsprak/pages'

/** Starts the language server on standard input and output. It lies beside the command and takes these modules from it. */
export function lsp(): void {
  createRequire(import.meta.url)('./lsp.js').start({
    '@klarsprak/documents': documents,
    '@klarsprak/engine': engine,
    '@klarsprak/engine/node': engineNode,
    '@klarsprak/report': report,
    'retext-klarsprak': klarsprak,
    'retext-klarsprak/pages': pages,
  })
}
