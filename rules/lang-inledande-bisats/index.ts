import { type DocumentSummary, defineRule, type Report, type TextBlock } from '@klarsprak/engine'
import type { Sentence, Word } from 'retext-swedish'
import { mainVerb, scanClauses } from '../src/clause-scan.ts'
import { opensWithClause } from '../src/opening-clause.ts'
import { firstWord, wordsBetween } from '../src/sentence-words.ts'
import { hallefors, klarsprakshjalpen } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { lastOfClause, mainFirst } from './main-first.ts'
import { belongsFirst, isBesideLike, isHeavyCondition, isHeavyMain, isWorthTurning, takesUp } from './worth-turning.ts'

export const rule = defineRule({
  meta: {
    id: 'lang-inledande-bisats',
    title: 'Lång bisats först',
    description: 'Hittar meningar som börjar med en lång bisats, som ”Om du inte har lämnat in …”.',
    why: 'Läsaren måste minnas hela villkoret innan huvudsaken kommer.',
    group: 'meningar',
    checklist: [3, 7],
    severity: 'suggestion',
    enabled: true,
    sources: [klarsprakshjalpen('Skriv meningar med flyt'), hallefors(3)],
    options: {
      maxOrd: {
        type: 'integer',
        default: 12,
        minimum: 4,
        maximum: 50,
        description: 'Så många ord får den inledande bisatsen ha.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'sentence',
  },
  document: {
    collect(block, { options: { maxOrd } }): readonly Report[] | undefined {
      const found: Report[] = []
      for (const sentence of block.sentences) {
        if (sentence.wordCount <= maxOrd + 1 || !opensWithClause(sentence)) continue
        const report = checkOpening(sentence, block, maxOrd)
        if (report) found.push(report)
      }
      return found.length > 0 ? found : undefined
    },
    check({ blocks }, { report }) {
      for (const { index, facts } of blocks)
        if (facts)
          for (const found of facts)
            if (!isAmongCases(blocks, index, found) && !leadsIn(blocks, index, found)) report(index, found)
    },
  },
})

/** True at the start of a paragraph where the one before or after opens with the same condition: a case each. */
function isAmongCases(blocks: DocumentSummary['blocks'], index: number, { at }: Report): boolean {
  const { text, kind } = blocks[index]!
  const opening = /^(?:om|när) /iu.exec(text)?.[0].toLowerCase()
  if (opening === undefined || at.start > 0) return false
  return [blocks[index - 1], blocks[index + 1]].some(
    (other) => other?.kind === kind && other.text.toLowerCase().startsWith(opening),
  )
}

/** `För att få plats ska` and a list that goes on: what leads in stands right before it. */
function leadsIn(blocks: DocumentSummary['blocks'], index: number, { at }: Report): boolean {
  const { text, kind } = blocks[index]!
  return kind !== 'listItem' && blocks[index + 1]?.kind === 'listItem' && !/[.!?]/.test(text.slice(at.end))
}

/** What is wrong with how a sentence opens. */
function checkOpening(sentence: Sentence, block: TextBlock, maxOrd: number): Report | undefined {
  const verb = ownVerb(sentence)
  const first = firstWord(sentence)
  if (verb === undefined || first === undefined || verb.index === first.index) return undefined
  if (hasEarlierMain(sentence.words, first, verb)) return undefined
  const last = lastOfClause(verb)
  // `… ett förslag till avslag, detta kallas …`: two sentences with a comma between.
  if (
    /^(?:det|detta|den|denna|vad|vem|hur|vilken|vilket|vilka|var|varför)$/.test(last.lower) &&
    last.previous?.form === ','
  )
    return undefined
  const count = wordsBetween(sentence, first.start, last.end)
  if (count <= maxOrd || /[:•]/.test(block.text.slice(sentence.start, verb.start))) return undefined
  const phrase = /^[^\p{L}]*((?:genom|i syfte|för) att) /iu.exec(sentence.text)?.[1]?.toLowerCase()
  const isMeans = phrase === 'genom att'
  if (isMeans && count < longMeans) return undefined
  // `För att få stöd måste du lämna:`: what leads in a list stands right before it.
  if (/:\s*$/.test(sentence.text)) return undefined
  // `Att någon lånar ut sin båt innebär att …`: turned, there would be nothing to begin with.
  if (first.lower === 'att' && /^(?:innebär|betyder|medför|innebar|medförde)$/.test(verb.lower)) return undefined
  // `… ska du anmäla det. Det gör du …`: the next sentence goes on from the main clause, so that one stands last.
  const isTakenUp = takesUpMain.test(block.text.slice(sentence.end))
  if (first.lower !== 'att') {
    const isCondition = !reasons.test(sentence.text)
    // In a list each item says first for whom or when it is.
    if (isCondition && (block.kind === 'listItem' || !isHeavyCondition(first, verb, count, maxOrd))) return undefined
    // `För att räknas som förening krävs det att …`: what is asked for is told last.
    if (/^(?:krävs|behövs|fordras)$/.test(verb.lower) && /\batt\b/u.test(block.text.slice(verb.end, sentence.end)))
      return undefined
    if (isBesideLike(sentence, block)) return undefined
    if (count <= maxOrd + slightly && !isWorthTurning(verb)) return undefined
    if (belongsFirst(first, verb) || isHeavyMain(verb, count)) return undefined
    if (count <= maxOrd + moderately && (isTakenUp || takesUp(verb, first))) return undefined
  }
  const edit = isTakenUp ? undefined : mainFirst(sentence, first, last, verb, block)
  return {
    at: { start: first.start, end: last.end },
    message: `Meningen börjar med en ${isMeans || phrase === 'i syfte att' ? 'inledning' : 'bisats'} på ${count} ord.`,
    suggestions: [
      {
        title: edit
          ? `Skriv ”${opening(edit.text)}”`
          : first.lower === 'att'
            ? 'Börja med huvudsaken och lägg att-satsen sist'
            : `Börja med det som gäller, och skriv ${isMeans ? 'sättet' : phrase ? 'syftet' : 'villkoret eller skälet'} efteråt`,
        safety: 'suggestion',
        edits: edit ? [edit] : [],
      },
    ],
  }
}

/** Clauses that give a reason or an aim, which a reader does not wait for as for a condition or a time. */
const reasons =
  /^[^\p{L}]*(?:eftersom|emedan|därför att|för att|trots att|genom att|i syfte att|i och med att|på grund av att|med anledning av att|även om|fastän|fast|allt eftersom)(?!\p{L})/iu
/** `Genom att …` tells how, which is easy to keep in mind while it is short. */
const longMeans = 18
/** So many words over the limit are worth turning only where the main clause is light. */
const slightly = 2
/** So many words over it the clause may stay first where the main clause takes up what it says. */
const moderately = 4

const takesUpMain = /^\s*(?:(?:detta|den|denna|dessa)|det (?:gör|görs|sker|gäller|innebär|betyder|måste|ska|kan)) /iu

/** The main verb; of two finite verbs in a row the first ends the clause: `… där larmet ingår har vi valt …`. */
function ownVerb(sentence: Sentence): Word | undefined {
  const verb = mainVerb(sentence)
  const next = verb?.next
  return next && verb.upos === 'VERB' && isFiniteVerb(next) && next.morph.Mood !== 'Imp' ? next : verb
}

/**
 * True where the verb may not be the main clause's: an imperative after a comma comes before it (`Om du får problem, ring
 * oss så …`), or another verb that nothing asks for follows it in the same clause (`om du har någon du litar på kan det …`,
 * `… samma vecka som barnet ska börja blir kön lång`).
 */
function hasEarlierMain(words: readonly Word[], first: Word, verb: Word): boolean {
  const offset = words[0]!.index
  const asked = new Set(
    scanClauses(verb.sentence)
      .filter(({ type }) => type !== 'main')
      .map(({ verb: own }) => own),
  )
  for (let index = first.index - offset + 1; index < verb.index - offset; index++)
    if (words[index]!.form === ',' && (words[index + 1]!.morph.Mood === 'Imp' || bids.test(words[index + 1]!.lower)))
      return true
  for (let index = verb.index - offset + 1; index < words.length - 1; index++) {
    const word = words[index]!
    if (word.upos === 'PUNCT' || word.upos === 'CCONJ' || word.upos === 'SCONJ') return false
    if (subjects.test(word.lower)) return false
    if (isFiniteVerb(word)) return !asked.has(word) || subjects.test(words[index + 1]!.lower)
  }
  return false
}

const bids = /^(?:ring|kontakta|mejla|skriv|gå|kom|läs|fyll|anmäl|hör|vänd|prata|skicka)$/
const subjects = /^(?:jag|du|vi|ni|han|hon|hen|den|det|de|man)$/

/** The first words of a rewrite. */
function opening(text: string): string {
  return `${text.split(/\s+/).slice(0, 6).join(' ')} …`
}
