import { type DocumentSummary, defineRule, type TableEntry, type TableMatch, type TextEdit } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { onlyIn } from '../src/profiles.ts'
import { remembered } from '../src/remembered.ts'
import { hallefors, klarsprakshjalpen, skrivregler } from '../src/sources.ts'
import { isFiniteVerb } from '../src/verbs.ts'
import { likeCase } from '../src/words.ts'

const senders: TableEntry = {
  patterns: [
    'kommunen',
    'förvaltningen',
    'nämnden',
    'enheten',
    'kontoret',
    'avdelningen',
    'myndigheten',
    'socialtjänsten',
  ],
}
const reader = /(?<!\p{L})(?:du|dig|din|ditt|dina|ni|er|ert|era)(?!\p{L})/u
/** Boards and authorities of the state: where one is named, `nämnden` or `myndigheten` is that one. */
const stateBoard =
  /(?:reklamations|hyres|arrende|överklagande|ansvars|patient|övervaknings|valprövnings|notarie)nämnd/iu
const stateAuthority = /(?<!\p{L})(?:\p{Lu}\p{L}{2,}(?:myndigheten|inspektionen|verket)(?!\p{L})|Myndigheten för)/u
/** Verbs that decide, and verbs and words that give a duty by law: there the organ must be named. */
const official =
  /^(?:besluta\p{L}*|beslöt|bedöm(?:er|de|t)|anser|ansåg|finner|fann|avslår|avslog|beviljar|beviljade|ansvarar?|ansvarade|äger|skyldig|skyldighet|ansvar|lag|lagen|enligt|rätt)$/u

export const rule = defineRule({
  meta: {
    id: 'avsandare-tredje-person',
    title: 'Avsändaren i tredje person',
    description: 'Hittar stycken där avsändaren kallar sig ”kommunen” eller ”nämnden” i stället för ”vi”.',
    why: 'Med ”vi” förstår läsaren att det är ni som skriver och svarar.',
    group: 'tilltal',
    checklist: [6],
    severity: 'suggestion',
    enabled: true,
    profiles: { ...onlyIn('brev', 'beslut', 'webb', 'lattlast') },
    sources: [klarsprakshjalpen('Anpassa tonen'), skrivregler('8.2'), hallefors(6)],
    options: {
      maxPerStycke: {
        type: 'integer',
        default: 1,
        minimum: 0,
        maximum: 10,
        description: 'Hur många gånger avsändaren får nämnas som subjekt i ett stycke.',
      },
      viErsattning: { type: 'boolean', default: true, description: 'Föreslå ”vi” i stället för ordet.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['passiv-med-agent'],
  },
  table: [senders],
  document: {
    collect({ text }, { options }, matches) {
      const addressed = reader.test(text.toLowerCase())
      const found = matches.length > options.maxPerStycke ? findThird(matches, options.maxPerStycke) : undefined
      return found || addressed ? { addressed, found: found && describe(found, options.viErsattning) } : undefined
    },
    check({ blocks }, { report }) {
      const running = blocks.filter(({ kind, foreign }) => !foreign && (kind === 'paragraph' || kind === 'lead'))
      const isLetter = running.filter(({ facts }) => facts?.addressed).length >= running.length / 3
      for (const { index, facts } of blocks) {
        const found = facts?.found
        if (found && (isLetter || facts.addressed) && !isOtherOrgan(found.text, blocks))
          report(index, {
            at: found,
            message: `Här kallar avsändaren sig själv ”${found.text}”.`,
            suggestions: [
              {
                title: `Skriv ”${found.edit?.text ?? 'vi'}” i stället`,
                safety: 'suggestion',
                edits: found.edit ? [found.edit] : [],
              },
            ],
          })
      }
    },
  },
})

const namesBoard = remembered(({ text }) => stateBoard.test(text))
const namesAuthority = remembered(({ text }) => stateAuthority.test(text))

/** True for `nämnden` or `myndigheten` where the text has named one of the state. */
function isOtherOrgan(name: string, blocks: DocumentSummary['blocks']): boolean {
  const organ = name.toLowerCase()
  return (organ === 'nämnden' && blocks.some(namesBoard)) || (organ === 'myndigheten' && blocks.some(namesAuthority))
}

/** The first subject too many, where all are the same organ: where two act `vi` would be either. */
function findThird(matches: readonly TableMatch[], most: number): TableMatch | undefined {
  if (new Set(matches.map(({ text }) => text.toLowerCase())).size > 1) return undefined
  return matches.filter((match) => isSubject(match.words[0]!) && !isOfficial(match))[most]
}

interface Found {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly edit: TextEdit | undefined
}

function describe({ start, end, text }: TableMatch, replaces: boolean): Found {
  return { start, end, text, edit: replaces ? { start, end, text: likeCase(text, 'vi') } : undefined }
}

/** True right before or after the finite verb, as a subject stands; a municipality as a place comes after a preposition. */
function isSubject({ previous, next }: Word): boolean {
  if (isFiniteVerb(next)) {
    // `hur kommunen får bygga`: there the text tells of the municipality, and does not speak as it.
    return (
      previous === undefined ||
      !(/^(?:ADP|ADJ|DET|PROPN)$/.test(previous.upos) || /^(?:hur|vad|som|där)$/.test(previous.lower))
    )
  }
  if (!isFiniteVerb(previous) || previous!.morph.Mood === 'Imp' || next === undefined) return false
  // Inverted: something else than a subject opens the sentence.
  return /^(?:ADV|ADP|SCONJ)$/.test(previous!.sentence.words[0]!.upos) && /^(?:ADV|VERB|PRON|ADJ|NOUN)$/.test(next.upos)
}

/** True where the organ decides, has a duty by law, or is one municipality among others. */
function isOfficial({ words }: TableMatch): boolean {
  const { sentence } = words[0]!
  return sentence.words.some((word) => official.test(word.lower) || word.lower === 'kommuner' || word.form === '§')
}
