import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { serve } from './server.ts'
import { jsonEncoder } from './written-json.ts'

export type { LintResult, Range, Severity } from '@klarsprak/engine'
export type { checklistFor, comparisonFor, ListedFinding, metricsFor, TextSummary } from './features/panels.ts'

/**
 * Serves one client over standard input and output. The process ends when the client asks for it, or is gone.
 */
export function serveStdio(): void {
  const connection = serveStreams(process.stdin, process.stdout)
  // A request to the client that it does not know or that comes too late is no reason to end.
  process.on('unhandledRejection', (reason) => connection.console.error(String(reason)))
  let isShutDown = false
  connection.onShutdown(() => {
    isShutDown = true
  })
  for (const gone of ['end', 'close']) process.stdin.on(gone, () => process.exit(isShutDown ? 0 : 1))
}

/** Serves one client over two streams. The process ends when the client asks for it. */
export function serveStreams(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Connection {
  const reader = new StreamMessageReader(input)
  const writer = new StreamMessageWriter(output, { contentTypeEncoder: jsonEncoder })
  const connection = createConnection(ProposedFeatures.all, reader, writer)
  serve(connection)
  connection.listen()
  return connection
}
