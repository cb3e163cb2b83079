import { readFileSync } from 'node:fs'

/** A sentence with the places of its marked words. */
export interface Marked {
  text: string
  /** Start and end of each stretch that stood between `[[` and `]]`. */
  spans: [number, number][]
}

/** Reads a file of `test/data` with one sentence a line and words marked `[[so]]`. */
export function readMarked(name: string): Marked[] {
  const source = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
  return source.trimEnd().split('\n').map(parseMarked)
}

function parseMarked(line: string): Marked {
  let text = ''
  const spans: [number, number][] = []
  for (const part of line.split(/(\[\[.*?\]\])/)) {
    const word = part.startsWith('[[') ? part.slice(2, -2) : part
    if (word !== part) spans.push([text.length, text.length + word.length])
    text += word
  }
  return { text, spans }
}
