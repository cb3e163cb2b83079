import { defineRule } from '@klarsprak/engine'
import { analyseVerbForm, passiveOf, type Word } from 'retext-swedish'
import { nounPhraseLength } from '../src/phrases.ts'
import { hallefors, malmo, skrivregler } from '../src/sources.ts'
import { activeChain, activeLemma, isFiniteVerb } from '../src/verbs.ts'
import { looksLikeName } from '../src/words.ts'

export const rule = defineRule({
  meta: {
    id: 'passiv-kedja',
    title: 'Två passiva verb i rad',
    description: 'Hittar passiva verb som följs av ännu ett passivt verb, som ”föreslås antas”.',
    why: 'Med två passiva verb i rad döljs både vem som säger det och vem som ska göra det.',
    group: 'verb',
    checklist: [7],
    severity: 'suggestion',
    enabled: true,
    sources: [malmo('Använd aktiva verb'), skrivregler('1.3'), hallefors(7)],
    options: {
      tillatForsta: {
        type: 'strings',
        default: [],
        description: 'Verb som får stå först i raden, i den form de står i texten: ”beräknas”.',
      },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'phrase',
  },
  block: {
    word: {
      VERB(word, { options, report, block }) {
        if (!word.lower.endsWith('s') || looksLikeName(word) || !isPassive(word)) return
        if (options.tillatForsta.includes(word.lower)) return
        // `kan tänkas omfattas`: perhaps, and nobody thinks.
        if (word.lower === 'tänkas') return
        const lemma = activeLemma(word, passiveOf(word))
        if (lemma === undefined || !frames.has(lemma)) return
        const second = secondPassive(word)
        if (second === undefined) return
        const { within } = passiveOf(word)
        // `som bedöms kunna beviljas`: it says what thing is meant.
        if (within === 'relative') return
        const chain = activeChain(word, lemma)
        const told = chain && (said.get(chain) ?? `${chain} att`)
        report({
          at: { start: word.start, end: second.end },
          message: `”${word.form}” och ”${second.form}” är två passiva verb i rad.`,
          suggestions: [
            {
              title:
                lemma === 'avse' || lemma === 'tvinga'
                  ? `Skriv ”${lemma === 'avse' ? 'ska' : 'måste'} ${second.lower}”, eller skriv vem som gör det`
                  : told === undefined || !ours.has(lemma) || block.kind === 'heading'
                    ? 'Skriv vem som gör vad'
                    : within === 'subordinate'
                      ? `Skriv vem som ${told} …`
                      : `Skriv vem som gör vad: ”vi ${told} …”`,
              safety: 'suggestion',
              edits: [],
            },
          ],
        })
      },
    },
  },
})

/** How a verb is said of oneself, where it is not with att. */
const said = new Map([
  ['beräknar', 'räknar med att'],
  ['beräknade', 'räknade med att'],
  ['förväntar', 'räknar med att'],
  ['förväntade', 'räknade med att'],
  ['väntar', 'räknar med att'],
  ['väntade', 'räknade med att'],
  ['prognosticerar', 'räknar med att'],
  ['förordnar', 'bestämmer att'],
  ['avser', 'tänker'],
  ['avsåg', 'tänkte'],
])

/** What a sender may well say of itself; what is claimed, feared or demanded is as often another's. */
const ours = new Set(
  'föreslå beräkna planera bedöma förvänta vänta anse uppskatta rekommendera förutsätta önska prognosticera'.split(' '),
)

/** Verbs that say what is planned, thought or wished of something that is to be done; `sägs` and `misstänks` only tell what is heard. */
const frames = new Set(
  (
    'föreslå avse beräkna planera bedöma förvänta vänta anse uppskatta rekommendera förutsätta tillåta ' +
    'begära önska föreskriva medge tänka tvinga förordna avråda prognosticera'
  ).split(' '),
)

const modals = new Set(['kunna', 'behöva', 'komma', 'få'])

function isPassive(word: Word): boolean {
  const { kind } = passiveOf(word)
  return kind === 's-passive' || kind === 'reporting' || kind === 'medial'
}

/** The passive infinitive that a passive verb takes: right after it, an adverb, a modal verb or the subject between. */
function secondPassive(first: Word): Word | undefined {
  let word = first.next
  if (word !== undefined && isFiniteVerb(first) && word.upos !== 'VERB') {
    const rest: Word[] = []
    for (let next: Word | undefined = word; next !== undefined && rest.length < 6; next = next.next) rest.push(next)
    const subject = nounPhraseLength(rest)
    if (subject > 0) word = rest[subject]
  }
  if (word?.upos === 'ADV' || word?.upos === 'PART') word = word.next
  if (word !== undefined && modals.has(word.lower)) {
    word = word.next
    if (word?.lower === 'att') word = word.next
  }
  if (word === undefined || word.upos !== 'VERB' || !word.lower.endsWith('s') || !isPassive(word)) return undefined
  const isInfinitive = analyseVerbForm(word.lower).some(({ form, voice }) => form === 'Inf' && voice === 'Pass')
  return isInfinitive ? word : undefined
}
