import type { BlockContext, Suggestion, TextEdit } from '@klarsprak/engine'
import { inflectAdjective, type Word } from 'retext-swedish'

const negations = new Set(['inte', 'ej', 'icke', 'aldrig', 'ingen', 'inget', 'inga', 'ingenting', 'knappast'])
const nobody = new Set(['ingen', 'inget', 'inga', 'ingenting'])

/** Adjectives that deny with o-, and what remains without it. */
const opposites = new Map([
  ['ovanlig', 'vanlig'],
  ['otänkbar', 'tänkbar'],
  ['omöjlig', 'möjlig'],
  ['orimlig', 'rimlig'],
  ['oväsentlig', 'viktig'],
  ['oviktig', 'viktig'],
  ['okänd', 'känd'],
  ['otrolig', 'trolig'],
  ['osannolik', 'sannolik'],
  ['obetydlig', 'betydlig'],
  ['oäven', 'bra'],
  ['oproblematisk', 'enkel'],
  ['obekant', 'bekant'],
  ['oberättigad', 'berättigad'],
  ['omotiverad', 'motiverad'],
  ['obefogad', 'befogad'],
  ['ogrundad', 'grundad'],
])
/** Adjectives whose meaning without `inte o-` is another than with it: advice only. */
const weaker = new Set([
  'otänkbar',
  'omöjlig',
  'orimlig',
  'obetydlig',
  'oäven',
  'oproblematisk',
  'otrolig',
  'osannolik',
])

/** Reports what a negation begins, where another negation takes it back. */
export function findDouble(word: Word, { report }: BlockContext): void {
  if (!negations.has(word.lower)) return
  const found = denied(word) ?? withoutThat(word) ?? nobodyWhoNot(word) ?? cannotExclude(word)
  if (found === undefined) return
  report({
    at: { start: word.start, end: found.end },
    message: `Två nekande uttryck tar ut varandra: ”${word.form}${found.near ? '' : ' …'} ${found.form}”.`,
    suggestions: [found.suggestion],
  })
}

interface Double {
  readonly end: number
  readonly form: string
  readonly near: boolean
  readonly suggestion: Suggestion
}

/** `inte ovanligt`. */
function denied(word: Word): Double | undefined {
  if (nobody.has(word.lower) || word.lower === 'knappast') return undefined
  let adjective = word.next
  if (adjective?.lemma === 'vara') adjective = adjective.next
  if (adjective?.upos === 'ADV' && !/^o/.test(adjective.lower)) adjective = adjective.next
  if (adjective === undefined || !/^o/.test(adjective.lower)) return undefined
  const lemma = opposites.has(adjective.lemma)
    ? adjective.lemma
    : [...opposites.keys()].find((key) => formsOf(key).has(adjective.lower))
  if (lemma === undefined) return undefined
  const positive = opposites.get(lemma)!
  const edit: TextEdit[] = []
  const plain = agreeing(adjective, positive)
  // `Inte ovanligt` says less than `vanligt`.
  const put = plain !== undefined && lemma === 'ovanlig' ? `ganska ${plain}` : plain
  if (put !== undefined && !weaker.has(lemma) && word.next === adjective)
    edit.push({ start: word.start, end: adjective.end, text: put })
  return {
    end: adjective.end,
    form: adjective.form,
    near: word.next === adjective,
    suggestion: { title: `Skriv vad som gäller: ”${put ?? positive}”`, safety: 'suggestion', edits: edit },
  }
}

function formsOf(adjective: string): Set<string> {
  return new Set([adjective, `${adjective}t`, `${adjective}a`, adjective.replace(/d$/, 't')])
}

function agreeing({ lower }: Word, positive: string): string | undefined {
  if (lower.endsWith('a')) return inflectAdjective(positive, { number: 'Plur' })
  return lower.endsWith('t') && !positive.endsWith('t') ? inflectAdjective(positive, { gender: 'Neut' }) : positive
}

/** `Ingen får bada utan att ha duschat`. */
function withoutThat(word: Word): Double | undefined {
  for (const next of clauseAfter(word, 8)) {
    if (next.upos === 'CCONJ' || next.upos === 'SCONJ' || next.lower === 'som' || next.lower === 'bara')
      return undefined
    if (next.lower === 'utan' && next.next?.lower === 'att') {
      return {
        end: next.next.end,
        form: 'utan att',
        near: false,
        suggestion: {
          title: 'Skriv vad som ska göras först: ”… innan …”, eller vad som krävs: ”bara … om …”',
          safety: 'suggestion',
          edits: [],
        },
      }
    }
  }
  return undefined
}

/** `Det finns ingen som inte vet`. */
function nobodyWhoNot(word: Word): Double | undefined {
  if (!nobody.has(word.lower)) return undefined
  const words = clauseAfter(word, 4)
  const som = words.find(({ lower }) => lower === 'som')
  const second = som?.next
  if (second === undefined || (second.lower !== 'inte' && second.lower !== 'ej' && second.lower !== 'aldrig'))
    return undefined
  return {
    end: second.end,
    form: `som ${second.form}`,
    near: false,
    suggestion: { title: 'Skriv vad som gäller alla: ”alla …”', safety: 'suggestion', edits: [] },
  }
}

/** `kan inte utesluta att … inte`. */
function cannotExclude(word: Word): Double | undefined {
  const verb = clauseAfter(word, 4).find(({ lemma, lower }) => lemma === 'utesluta' || lower === 'uteslutas')
  if (verb === undefined || verb.next?.lower !== 'att') return undefined
  for (const later of clauseAfter(verb.next, 10))
    if (later.lower === 'inte' || later.lower === 'ej') {
      return {
        end: later.end,
        form: `${verb.form} att … ${later.form}`,
        near: false,
        suggestion: {
          title: 'Skriv vad som kan hända: ”kanske …” eller ”risken är att …”',
          safety: 'suggestion',
          edits: [],
        },
      }
    }
  return undefined
}

/** So many words after one, within the sentence, up to a sign that ends the clause. */
function clauseAfter(word: Word, most: number): Word[] {
  const found: Word[] = []
  for (let next = word.next; next !== undefined && found.length < most; next = next.next) {
    if (/^[,;:.?!()–]$/.test(next.form)) break
    found.push(next)
  }
  return found
}
