import { defineRule, type Suggestion } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase } from '../src/words.ts'

export const rule = defineRule({
  meta: {
    id: 'undertecknad',
    title: 'Undertecknad',
    description: 'Hittar ”undertecknad” där skribenten kan skriva ”jag” eller ”vi”.',
    why: 'Med ”jag” och ”vi” ser läsaren att det är en människa som skriver.',
    group: 'tilltal',
    checklist: [6],
    severity: 'suggestion',
    enabled: true,
    sources: [klarsprakshjalpen('Anpassa tonen'), skrivregler('1.4'), hallefors(6)],
    options: {},
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['passiv-med-agent'],
  },
  table: [{ patterns: ['undertecknad', 'undertecknads', 'undertecknade', 'undertecknades'] }],
  block: {
    match({ words }, { report }) {
      const word = words[0]!
      if (!isWriter(word)) return
      report({
        at: word,
        message: `”${word.form}” gör avsändaren opersonlig.`,
        suggestions: [advice(word)],
      })
    },
  },
})

/** True for the word as a person: the subject, or after a preposition. A verb and a participle are none. */
function isWriter(word: Word): boolean {
  const { lower, previous, next } = word
  if (lower === 'undertecknades') return next?.upos === 'NOUN' && previous?.upos === 'ADP'
  if (lower === 'undertecknads') return true
  if (next?.upos === 'NOUN' || next?.upos === 'ADJ') return false
  if (previous === undefined || previous.upos === 'PUNCT') return next?.upos === 'PROPN' || isFiniteVerb(next)
  if (lower === 'undertecknade' && previous.upos === 'PRON') return false
  if (/^(?:är|var|blir|blev|varit|vara|blivit|bli|och|eller|som|en|den|det|de|ha|har)$/.test(previous.lower)) {
    return /^(?:och|eller|som)$/.test(previous.lower) && isFiniteVerb(next)
  }
  return previous.upos === 'ADP' || previous.upos === 'SCONJ' || isFiniteVerb(previous)
}

function advice(word: Word): Suggestion {
  const isMany = word.lower.startsWith('undertecknade')
  if (word.lower.endsWith('s')) {
    const title = isMany ? 'Skriv ”vår”, ”vårt” eller ”våra”' : 'Skriv ”min”, ”mitt” eller ”mina”'
    return { title, safety: 'suggestion', edits: [] }
  }
  const isObject = word.previous?.upos === 'ADP'
  const text = likeCase(word.form, isMany ? (isObject ? 'oss' : 'vi') : isObject ? 'mig' : 'jag')
  const edits = [{ start: word.start, end: word.end, text }]
  return { title: `Byt till ”${text}”`, safety: 'suggestion', edits }
}
