import { defineRule, type Profile, type Suggestion } from '@klarsprak/engine'
import { inflectVerb, type Passive, passiveOf, type Word } from 'retext-swedish'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { activeChain, activeLemma, auxiliariesOf, particleAfter } from '../src/verbs.ts'
import { capitalise } from '../src/words.ts'

const toReader: ReadonlySet<Profile> = new Set(['webb', 'brev', 'beslut', 'lattlast', 'strikt'])
const modals = new Set(['ska', 'skall', 'måste', 'bör', 'får', 'kan', 'behöver'])
const demands = new Set(['ska', 'skall', 'måste', 'bör', 'behöver'])
/** Verbs that nobody does on purpose: `Kommunen uppfattas som snabb`. */
const perceptions = new Set(['uppfatta', 'uppleva', 'nå', 'märka', 'tänka', 'säga'])
const times = new Set(['minut', 'timme', 'dag', 'natt', 'vecka', 'månad', 'kvartal', 'år', 'gång'])
/** A year up to 2019, alone or in a decade or a century: `1962`, `1870-talet`. */
const year = /(?<!\d)(?:1\d\d\d|20[01]\d)(?!\d)/

export const rule = defineRule({
  meta: {
    id: 'passiv-form',
    title: 'Passiv form',
    description: 'Hittar verb i passiv form där det inte framgår vem som gör något.',
    why: 'Läsaren behöver veta vem som ska göra vad, och det visar ett aktivt verb.',
    group: 'verb',
    checklist: [7],
    severity: 'suggestion',
    enabled: true,
    sources: [
      skrivregler('1.3'),
      klarsprakshjalpen('Använd ord som läsarna förstår'),
      {
        work: 'Göteborgs universitet: Grammatiska uppslag',
        section: 'Deponens',
        url: 'https://grammatiskauppslag.gu.se/deponens.html',
      },
      hallefors(7),
    ],
    options: {
      maxPerMening: {
        type: 'integer',
        default: 1,
        minimum: 1,
        maximum: 20,
        description: 'Så många träffar får en mening ge.',
      },
      tillatMedAv: {
        type: 'boolean',
        default: true,
        description: 'Låt bli verb som följs av ”av” och det som gör något.',
      },
      hoppaOverRubriker: { type: 'boolean', default: false, description: 'Låt rubriker vara.' },
      godkandaVerb: {
        type: 'strings',
        default: [],
        description: 'Verb som får stå i passiv form, i grundform: ”debitera”.',
      },
      nivaForSvaga: {
        type: 'boolean',
        default: false,
        description: 'Ta även med verb som ofta saknar en tydlig aktör, som ”stängas” och ”beräknas”.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'none',
    extent: 'word',
    yieldsTo: ['passiv-med-agent', 'byrakratord', 'substantivsjuka'],
  },
  block: {
    word: {
      VERB(word, { block, options, profile, report }) {
        if (block.kind === 'heading' && options.hoppaOverRubriker) return
        if (!hidesActor(word, block.text, options)) return
        let earlier = 0
        for (let before = word.previous; before !== undefined; before = before.previous)
          if (hidesActor(before, block.text, options)) earlier++
        if (earlier >= options.maxPerMening) return
        report({
          at: word,
          message: `”${word.form}” är passiv form, så det framgår inte vem som gör det.`,
          suggestions: advice(word, passiveOf(word), profile),
        })
      },
    },
  },
})

interface Options {
  readonly tillatMedAv: boolean
  readonly nivaForSvaga: boolean
  readonly godkandaVerb: readonly string[]
}

/** True for a passive that does not say who acts, though that could be said. */
function hidesActor(word: Word, text: string, options: Options): boolean {
  if (word.upos !== 'VERB' || !word.lower.endsWith('s')) return false
  const passive = passiveOf(word)
  const { kind, agent, agentType, active, within } = passive
  const isWeak = kind === 'medial' || kind === 'reporting' || (active !== undefined && perceptions.has(active))
  if (isWeak ? !options.nivaForSvaga : kind !== 's-passive') return false
  if (within === 'definition') return false
  if (agent !== undefined && !isTime(agent) && (options.tillatMedAv || agentType !== 'other')) return false
  if (options.godkandaVerb.length > 0 && options.godkandaVerb.includes(activeLemma(word, passive) ?? '')) return false
  return !isHistory(word, text)
}

/** True for a time after a particle, which looks like an agent: `läses av varje timme`. */
function isTime(agent: readonly Word[]): boolean {
  return agent.some(({ lemma }) => times.has(lemma))
}

/** True where something was done long ago, as in `Skolan byggdes 1962`: who did it seldom matters. */
function isHistory({ morph, sentence }: Word, text: string): boolean {
  return morph.Tense === 'Past' && year.test(text.slice(0, sentence.end))
}

function advice(word: Word, passive: Passive, profile: Profile): Suggestion[] {
  const active = activeLemma(word, passive)
  const verb = active && activeChain(word, active)
  if (!active || !verb) return [advise('Skriv vem som gör det')]
  const particle = particleAfter(word)
  const tail = particle ? `${particle.form} …` : '…'
  const suggestions = [advise(`Skriv vem som gör det: ”vi ${verb} ${tail}” eller ”kommunen ${verb} ${tail}”`)]
  const [modal, ...others] = auxiliariesOf(word)
  if (toReader.has(profile) && modal !== undefined && modals.has(modal.lower)) {
    const imperative = inflectVerb(active, { form: 'Imp' })
    const order =
      imperative && others.length === 0 && demands.has(modal.lower) ? ` eller ”${capitalise(imperative)} ${tail}”` : ''
    suggestions.push(advise(`Gäller det läsaren? Skriv ”du ${verb} ${tail}”${order}`))
  }
  return suggestions
}

function advise(title: string): Suggestion {
  return { title, safety: 'suggestion', edits: [] }
}
