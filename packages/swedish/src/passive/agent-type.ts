import { analyseNounForm } from '../inflection/nouns.ts'
import { memo } from '../memo.ts'
import { nameTypes } from '../names.ts'
import type { Passive, Word } from '../types.ts'
import { agentRows } from './tables.generated.ts'

type AgentType = NonNullable<Passive['agentType']>

interface AgentTable {
  words: Map<string, AgentType>
  suffixes: Map<string, AgentType>
  longestSuffix: number
}

let table: AgentTable | undefined

function read(): AgentTable {
  const words = new Map<string, AgentType>()
  const suffixes = new Map<string, AgentType>()
  let longestSuffix = 0
  for (const line of agentRows.split('\n')) {
    const [type, match, list] = line.split('\t') as [AgentType, string, string]
    for (const word of list.split(' ')) {
      ;(match === 'word' ? words : suffixes).set(word, type)
      if (match === 'suffix') longestSuffix = Math.max(longestSuffix, word.length)
    }
  }
  return { words, suffixes, longestSuffix }
}

const DEFINITE_ENDING = /(?:arna|erna|orna|en|et|n|na)$/u

/** What the table says of a noun: of its whole form in lower case before the end of its lemma. */
function typeOfNoun({ lower, lemma }: Word): AgentType | undefined {
  table ??= read()
  const base = lemma.toLowerCase()
  const known = analyseNounForm(lower)[0]?.lemma ?? lower.replace(DEFINITE_ENDING, '')
  return table.words.get(lower) ?? typeOfForm(base) ?? typeOfForm(known)
}

const typeOfForm = memo((form: string): AgentType | undefined => {
  table ??= read()
  const whole = table.words.get(form)
  if (whole !== undefined) return whole
  for (let length = Math.min(form.length, table.longestSuffix); length >= 2; length--) {
    const type = table.suffixes.get(form.slice(form.length - length))
    if (type !== undefined) return type
  }
  return undefined
})

/** `SKR`, `IVO`, `SCB`: three to six capitals. */
const INITIALISM = /^[A-ZÅÄÖ]{2,6}$/u

/**
 * What kind of agent the head of an agent phrase is: a person, an organ or organisation, or something else. Pronouns
 * for persons are persons; a name of two parts or more is a person's unless a part of it names an organisation.
 */
export function agentTypeOf(head: Word): AgentType {
  const { upos, lower } = head
  if (upos === 'PROPN') return typeOfName(head)
  if (upos === 'PRON' || upos === 'DET') {
    const type = typeOfForm(lower)
    return type ?? 'other'
  }
  return typeOfNoun(head) ?? 'other'
}

function typeOfName(head: Word): AgentType {
  const title = head.previous
  if (title?.upos === 'NOUN' && title.morph.Case !== 'Gen') {
    const type = typeOfNoun(title)
    if (type !== undefined && type !== 'other') return type
  }
  let parts = 0
  let firstNames = 0
  for (let word: Word | undefined = head; word?.upos === 'PROPN'; word = word.next) {
    parts++
    if (INITIALISM.test(word.form)) return 'organisation'
    if (typeOfForm(word.lower) === 'organisation') return 'organisation'
    const types = nameTypes(word.form)
    if (types.includes('agency') || types.includes('organisation')) return 'organisation'
    if (types.includes('first-name')) firstNames++
    const after: Word | undefined = word.next
    if (after?.upos === 'NOUN' && typeOfNoun(after) === 'organisation') return 'organisation'
  }
  return parts >= 2 || firstNames > 0 ? 'person' : 'organisation'
}
