import { checklistPoints, profiles } from '@klarsprak/engine'
import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver'
import { lintable, type ServerContext } from '../context.ts'
import { offsetAt, rangeAt } from '../positions.ts'

/** Completes comments that steer the linter, and the front matter. */
export async function completion(
  context: ServerContext,
  params: CompletionParams,
  token: CancellationToken,
): Promise<CompletionItem[]> {
  const found = await lintable(context, params.textDocument.uri, token)
  if (!found) return []
  const { document } = found
  const source = document.text.getText()
  const offset = offsetAt(document.text, params.position, context.encoding)
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  const line = source.slice(lineStart, offset)
  const item = (typed: string, label: string, detail: string, insert = label): CompletionItem => ({
    label,
    detail,
    kind: CompletionItemKind.Keyword,
    ...(insert.includes('$') && snippets(context) ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: {
      range: rangeAt(document.text, offset - typed.length, offset, context.encoding),
      newText: snippets(context) ? insert : insert.replace(/\$\{\d:([^}]*)\}|\$\d/gu, '$1'),
    },
  })

  const rule = /<!--\s*klarsprak-ignore(?:-start|-end|-file)?\s+(?:[\w-]+,\s*)*([\w-]*)$/u.exec(line)
  if (rule) return context.engine.rules.map(({ id, title }) => item(rule[1]!, id, title))
  const comment = document.format === 'text' ? null : /<!--\s*([\w-]*)$/u.exec(line)
  if (comment) return directives.map(([label, detail, insert]) => item(comment[1]!, label, detail, insert))
  if (document.format !== 'markdown' || !isInFrontMatter(source, lineStart)) return []
  const value = /^texttyp:\s*(\w*)$/u.exec(line)
  if (value) return profiles.map((name) => item(value[1]!, name, 'texttyp'))
  const key = /^([\w-]*)$/u.exec(line)
  if (key) return frontMatterKeys.map(([name, detail]) => item(key[1]!, name, detail, `${name}: `))
  return []
}

const directives = [
  ['klarsprak-ignore', 'Undanta nästa stycke', `klarsprak-ignore \${1:regel}: \${2:skäl} -->`],
  [
    'klarsprak-ignore-start',
    'Undanta allt fram till klarsprak-ignore-end',
    `klarsprak-ignore-start \${1:regel}: \${2:skäl} -->`,
  ],
  ['klarsprak-ignore-end', 'Här slutar undantaget', 'klarsprak-ignore-end -->'],
  ['klarsprak-ignore-file', 'Undanta hela texten', `klarsprak-ignore-file \${1:regel}: \${2:skäl} -->`],
] as const

const questions = new Map(checklistPoints.flatMap((point) => point.questions.map(({ id, question }) => [id, question])))

const frontMatterKeys = [
  ['texttyp', 'Vilket slags text det är'],
  ...['malgrupp', 'syfte', 'granskad-av'].map((id) => [id, questions.get(id) ?? ''] as const),
  ['checklista', 'Svar på checklistans andra frågor'],
] as const

function snippets({ client }: ServerContext): boolean {
  return client.textDocument?.completion?.completionItem?.snippetSupport === true
}

/** The line stands between the fences at the top, or below the first where the second is not written yet. */
function isInFrontMatter(source: string, lineStart: number): boolean {
  if (!/^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u.test(source)) return false
  const end = /(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/u.exec(source.slice(3))
  return lineStart > 3 && (!end || lineStart <= end.index + 3 + 1)
}
