import { createRequire } from 'node:module'

/** Starts the language server on standard input and output. It is a program of its own beside the command. */
export function lsp(): void {
  createRequire(import.meta.url)('./lsp.js')
}
