import { fileURLToPath } from 'node:url'
import * as documents from '@klarsprak/documents'
import * as engine from '@klarsprak/engine'
import * as engineNode from '@klarsprak/engine/node'
import * as report from '@klarsprak/report'
import type * as server from '@klarsprak/server'
import { type LoadedProgram, loadProgram } from '@klarsprak/server/launching'
import * as klarsprak from 'retext-klarsprak'
import * as pages from 'retext-klarsprak/pages'
import { standardOutput } from '../terminal.ts'
import { tuneToStay } from '../tune.ts'

/** Starts the language server on standard input and output. */
export function lsp(): void {
  const { serveStdio } = loadLanguageServer().exports
  tuneToStay()
  standardOutput()
  serveStdio()
}

/** Loads the language server, which lies beside the command and takes these modules from it. */
export function loadLanguageServer(): LoadedProgram<typeof server> {
  return loadProgram(fileURLToPath(new URL('.', import.meta.url)), 'lsp', {
    '@klarsprak/documents': documents,
    '@klarsprak/engine': engine,
    '@klarsprak/engine/node': engineNode,
    '@klarsprak/report': report,
    'retext-klarsprak': klarsprak,
    'retext-klarsprak/pages': pages,
  })
}
