import { readdirSync, readFileSync } from 'node:fs'
import { Random } from './random.ts'
import { heading, sentence } from './sentences.ts'

export type TextFormat = 'text' | 'markdown' | 'html'

export interface BenchText {
  readonly source: string
  /** Words as white space divides them. */
  readonly words: number
}

/**
 * A Swedish text of about so many words: headings, paragraphs and lists of sentences out of the fixtures and of
 * templates, shuffled. Two seeds share no paragraph.
 */
export function makeText(words: number, seed: number, format: TextFormat = 'text'): BenchText {
  const random = new Random(seed)
  const own = fixtureSentences()
  const blocks: string[] = []
  let count = 0
  const add = (text: string, write: (text: string) => string): void => {
    count += text.split(' ').length
    blocks.push(write(text))
  }
  const { title, section, paragraph, list } = writers[format]
  add(heading(random), title)
  while (count < words) {
    if (random.chance(0.15)) add(heading(random), section)
    else if (random.chance(0.1)) {
      const items = Array.from({ length: 2 + random.below(4) }, () => heading(random))
      count += items.join(' ').split(' ').length
      blocks.push(list(items))
    } else {
      const sentences = Array.from({ length: 1 + random.below(6) }, () =>
        random.chance(0.15) ? random.pick(own) : sentence(random),
      )
      add(sentences.join(' '), (text) => paragraph(text, random))
    }
  }
  const source = format === 'html' ? page(blocks.join('\n')) : `${blocks.join('\n\n')}\n`
  return { source, words: count }
}

interface Writer {
  title(text: string): string
  section(text: string): string
  paragraph(text: string, random: Random): string
  list(items: readonly string[]): string
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Marks up a word here and there. */
function withMarkup(text: string, random: Random, strong: (word: string) => string, link: (word: string) => string) {
  return text
    .split(' ')
    .map((word) => {
      if (!/^\p{L}+$/u.test(word) || !random.chance(0.03)) return word
      return random.chance(0.5) ? strong(word) : link(word)
    })
    .join(' ')
}

const writers: Readonly<Record<TextFormat, Writer>> = {
  text: {
    title: (text) => text,
    section: (text) => text,
    paragraph: (text) => text,
    list: (items) => items.map((item) => `- ${item}`).join('\n'),
  },
  markdown: {
    title: (text) => `# ${text}`,
    section: (text) => `## ${text}`,
    paragraph: (text, random) =>
      withMarkup(
        text,
        random,
        (word) => `**${word}**`,
        (word) => `[${word}](https://kommun.example/${word.length})`,
      ),
    list: (items) => items.map((item) => `- ${item}`).join('\n'),
  },
  html: {
    title: (text) => `<h1>${escapeHtml(text)}</h1>`,
    section: (text) => `<h2>${escapeHtml(text)}</h2>`,
    paragraph: (text, random) =>
      `<p>${withMarkup(
        escapeHtml(text).replaceAll(' %', '&nbsp;%'),
        random,
        (word) => `<strong>${word}</strong>`,
        (word) => `<a href="/sida/${word.length}">${word}</a>`,
      )}</p>`,
    list: (items) => `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`,
  },
}

function page(main: string): string {
  return `<!doctype html>\n<html lang="sv">\n<head><meta charset="utf-8"><title>Kommunen</title></head>\n<body>\n<nav><a href="/">Start</a></nav>\n<main>\n${main}\n</main>\n</body>\n</html>\n`
}

let sentences: readonly string[] | undefined

/** Sentences of the fixtures that are not held out, without their markers. */
function fixtureSentences(): readonly string[] {
  sentences ??= readFixtureSentences()
  return sentences
}

function readFixtureSentences(): readonly string[] {
  const folder = new URL('../../../fixtures/documents/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name) && !name.includes('.undanhallen.'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .replace(/\{\{[a-z0-9,-]*\|/g, '')
        .replaceAll('}}', '')
        .split(/\n\s*\n/)
        .filter((block) => /^\p{L}/u.test(block))
        .flatMap((block) => block.replace(/\s+/g, ' ').split(/(?<=\p{Ll}\.) (?=\p{Lu})/u))
        .filter((text) => /\.$/.test(text) && text.split(' ').length >= 4),
    )
}
