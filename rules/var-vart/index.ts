import { defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { correctTo, isNoProse } from '../src/correct.ts'

/** Verbs of being somewhere: `var`. */
const being = new Set(
  'finnas ligga stå bo sitta hitta förvara hålla befinna parkera läsa vara arbeta jobba köpa få'.split(' '),
)
const beingForms = new Set(
  `är finns ligger står bor sitter hittar förvaras hålls parkerar befinner arbetar jobbar köper läser hitta finnas ligga
  stå bo sitta parkera köpa läsa arbeta jobba`.split(/\s+/),
)
/** Verbs of going or sending somewhere: `vart`. */
const going = new Set('vänder vända skickar skicka flyttar flytta skickade mejlar mejla ringer ringa'.split(' '))
const modals = new Set('ska kan bör måste får skall skulle kunde vill'.split(' '))
const pronouns = new Set('jag du han hon hen vi ni man de den det'.split(' '))
const fixed = new Set([
  'och',
  'fjärde',
  'tredje',
  'femte',
  'annat',
  'tionde',
  'som',
  'sjätte',
  'sjunde',
  'åttonde',
  'nionde',
])

export const rule = defineRule({
  meta: {
    id: 'var-vart',
    title: 'Var eller vart',
    description: 'Hittar ”vart” om en plats där något är, och ”var” om en riktning.',
    why: 'I skrift frågar ”var” efter en plats och ”vart” efter en riktning.',
    group: 'vanliga-fel',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [{ work: 'Språkrådet: Veckans språkråd (2004)', section: 'var eller vart' }],
    options: {
      baraFragor: {
        type: 'boolean',
        default: false,
        description: 'Granska bara meningar som slutar med frågetecken.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell'],
    fix: 'suggestion',
    extent: 'word',
  },
  table: [{ patterns: ['var'] }, { patterns: ['vart'] }],
  block: {
    match({ words: [word] }, { block, options, report }) {
      if (word === undefined || isNoProse(block, word)) return
      if (options.baraFragor && word.sentence.words.at(-1)?.form !== '?') return
      if (word.lower === 'vart' ? !isPlace(word) : !isDirection(word)) return
      const right = word.lower === 'vart' ? 'var' : 'vart'
      report({
        at: word,
        message: right === 'var' ? 'Det gäller en plats, så skriv ”var”.' : 'Det gäller en riktning, så skriv ”vart”.',
        suggestions: [correctTo(block, word, right, 'suggestion')],
      })
    },
  },
})

/** The verb of the clause that the word opens: `ligger` in `Vart ligger …`, `hitta` in `vart du kan hitta …`. */
function verbAfter(word: Word, wanted: (verb: Word) => boolean): Word | undefined {
  let at = word.next
  for (let steps = 0; at !== undefined && steps < 5; steps++, at = at.next) {
    if (wanted(at)) return at
    const isSkipped =
      modals.has(at.lower) || pronouns.has(at.lower) || ['ADV', 'DET', 'ADJ', 'NOUN', 'PROPN', 'AUX'].includes(at.upos)
    if (!isSkipped) return undefined
  }
  return undefined
}

/** `Vart ligger biblioteket?`, `se vart du hittar blanketten`; not `vart är vi på väg` or `vart fjärde år`. */
function isPlace(word: Word): boolean {
  const { next, previous, sentence } = word
  if (next === undefined || fixed.has(next.lower) || previous?.lower === 'någon' || previous?.lower === 'nån')
    return false
  if (pronouns.has(previous?.lower ?? '') && word.upos !== 'ADV') return false
  if (sentence.words.some(({ lower }) => lower === 'väg' || lower === 'riktning' || lower === 'hän')) return false
  const verb = verbAfter(word, (at) => beingForms.has(at.lower) && (being.has(at.lemma) || at.lower === 'är'))
  if (verb === undefined) return false
  // `vart är du på väg`: a bare `är` is a place only before or after a thing.
  return verb.next?.upos !== 'VERB' || verb.lower !== 'är'
}

/** `Var ska jag skicka blanketten?`, `Var vänder jag mig?`; not `Var skickade brev med?` or `var och en`. */
function isDirection(word: Word): boolean {
  const { next, previous } = word
  if (next === undefined || fixed.has(next.lower)) return false
  if (previous !== undefined && ['PRON', 'NOUN', 'PROPN', 'DET', 'NUM', 'ADJ'].includes(previous.upos)) return false
  const verb = verbAfter(word, (at) => going.has(at.lower))
  if (verb === undefined || verb.lower.startsWith('ring') || verb.lower.startsWith('mejl')) return false
  if (next !== verb && !modals.has(next.lower) && !pronouns.has(next.lower) && next.upos !== 'NOUN') return false
  if (verb.lower.startsWith('vänd')) {
    const near = [verb.next, verb.next?.next, verb.previous, verb.next?.next?.next]
    return near.some((at) => at !== undefined && ['mig', 'dig', 'sig', 'oss', 'er'].includes(at.lower))
  }
  return true
}
