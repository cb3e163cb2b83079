import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { serve } from './server.ts'

export type { LintResult, Range, Severity } from '@klarsprak/engine'
export type { checklistFor, comparisonFor, ListedFinding, metricsFor, TextSummary } from './features/panels.ts'

/**
 * Serves one client over standard input and output. The process ends when the client asks for it, or is gone.
 */
export function serveStdio(): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  // A request to the client that it does not know or that comes too late is no reason to end.
  process.on('unhandledRejection', (reason) => connection.console.error(String(reason)))
  serve(connection)
  connection.listen()
}
