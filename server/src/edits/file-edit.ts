import type { WorkspaceEdit } from 'vscode-languageserver'
import { URI } from 'vscode-uri'
import type { ServerContext } from '../context.ts'
import type { FileChange } from './house-files.ts'

/** An edit of files of the house; undefined where the client cannot make a file that does not exist. */
export function fileEdit({ client }: ServerContext, files: readonly FileChange[]): WorkspaceEdit | undefined {
  const support = client.workspace?.workspaceEdit
  const canCreate = support?.documentChanges && support.resourceOperations?.includes('create')
  if (!canCreate && files.some(({ before }) => before === undefined)) return undefined
  const edits = files.map(({ path, before = '', after }) => {
    const end = positionAtEnd(before)
    return {
      uri: URI.file(path).toString(),
      edit: { range: { start: { line: 0, character: 0 }, end }, newText: after },
    }
  })
  if (!support?.documentChanges) return { changes: Object.fromEntries(edits.map(({ uri, edit }) => [uri, [edit]])) }
  return {
    documentChanges: files.flatMap(({ before }, index) => {
      const { uri, edit } = edits[index]!
      const change = { textDocument: { uri, version: null }, edits: [edit] }
      return before === undefined
        ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }, change]
        : [change]
    }),
  }
}

function positionAtEnd(text: string): { line: number; character: number } {
  const lines = text.split(/\r\n|\n|\r/u)
  return { line: lines.length - 1, character: Buffer.byteLength(lines.at(-1)!) }
}
