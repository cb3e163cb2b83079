import type { Suggestion } from '@klarsprak/engine'

/** A suggestion that puts a text in a place; `shown` where the title must show more than the edit. */
export function write(
  start: number,
  end: number,
  text: string,
  safety: Suggestion['safety'] = 'suggestion',
  shown = text,
): Suggestion {
  return { title: `Skriv ”${shown.replace(/ {2,}/g, ' ')}”`, safety, edits: [{ start, end, text }] }
}

/** A suggestion that a person must carry out. */
export function advise(title: string): Suggestion {
  return { title, safety: 'suggestion', edits: [] }
}
