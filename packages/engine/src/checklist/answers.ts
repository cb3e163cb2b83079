import type { FrontMatter } from '@klarsprak/documents'

/** The key that holds answers that have no key of their own. */
const group = 'checklista'

/**
 * The answers that the front matter gives, by question: `malgrupp: föräldrar`, or below `checklista`. HTML has no
 * nesting: `<meta name="klarsprak:checklista.ordning" content="…">`.
 */
export function readAnswers({ data }: FrontMatter): ReadonlyMap<string, string> {
  const answers = new Map<string, string>()
  for (const [key, value] of Object.entries(data)) {
    if (key === group && isRecord(value)) {
      for (const [id, answer] of Object.entries(value)) keep(answers, id, answer)
    } else keep(answers, key.startsWith(`${group}.`) ? key.slice(group.length + 1) : key, value)
  }
  return answers
}

function keep(answers: Map<string, string>, id: string, value: unknown): void {
  const text = textOf(value)
  if (text !== '') answers.set(id, text)
}

/** What a person wrote: a text, a date, a list, or names with dates (`namn: …`, `datum: …`). */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ')
  if (isRecord(value)) return textOf(Object.values(value))
  return String(value).trim()
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
