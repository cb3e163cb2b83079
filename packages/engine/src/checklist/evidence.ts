import { detailOf } from '../detail.ts'
import { fewestWords } from '../readability/figures.ts'
import { readabilityOf } from '../readability/readability.ts'
import type { FileResult, Range } from '../result.ts'
import type { ChecklistPoint } from '../types.ts'
import { checklistPoints } from './points.ts'

/** A fact about the text that a point rests on. */
export interface Evidence {
  /** One sentence in Swedish. */
  text: string
  /** Where it can be seen, in text order; empty where it is about the whole text. */
  places: Range[]
}

/** What the figures of a text say of each point, findings aside. */
export function evidenceOf(result: FileResult): ReadonlyMap<ChecklistPoint, Evidence[]> {
  const { whole, sentences } = readabilityOf(result)
  const { document } = detailOf(result)
  const headings = document.blocks.filter(({ kind }) => kind === 'heading')
  const items = document.blocks.filter(({ kind }) => kind === 'listItem').length
  const evidence = new Map<ChecklistPoint, Evidence[]>()
  const say = (point: ChecklistPoint, text: string, places: Range[] = []) => {
    const list = evidence.get(point)
    if (list) list.push({ text, places })
    else evidence.set(point, [{ text, places }])
  }
  if (whole.words === 0) {
    for (const { point } of checklistPoints) say(point, 'Det finns ingen löpande text att granska.')
    return evidence
  }

  const mean = format(whole.meanSentence, 1)
  say(1, `Meningarna har i snitt ${mean} ord. Den längsta har ${whole.longestSentence}.`)
  if (whole.words >= fewestWords)
    say(
      1,
      `Lix är ${format(whole.lix)} (${whole.lixBand})${whole.lixMargin === null ? '' : `, ± ${format(whole.lixMargin)}`}.`,
    )
  else say(1, `Texten har bara ${whole.words} ord, så lix säger inget säkert.`)
  say(
    3,
    `Texten har ${count(whole.words, 'ord', 'ord')}, ${count(headings.length, 'rubrik', 'rubriker')} och ${count(items, 'listpunkt', 'listpunkter')}.`,
  )
  if (headings.length === 0) say(4, 'Texten har inga rubriker.')
  else {
    const shown = headings.slice(0, 8).map(({ text }) => `”${text}”`)
    say(4, `Rubrikerna lyder: ${shown.join(', ')}${headings.length > shown.length ? ' …' : ''}`)
  }
  const first = sentences[0]
  if (first) say(5, `Texten börjar: ”${shorten(first.text)}”`, [first.range])
  const address = addressOf(sentences.map(({ text }) => text))
  say(6, address)
  const share = Math.round(whole.passiveShare * 100)
  say(
    7,
    whole.passives === 0
      ? 'Inga verb är passiva.'
      : `${count(whole.passives, 'verb', 'verb')} är ${whole.passives === 1 ? 'passivt' : 'passiva'}, ${share}\u00a0procent av verben.`,
  )
  const questioned = result.findings.filter(({ checklist }) => checklist.includes(7)).length
  if (whole.passives > Math.max(1, questioned))
    say(7, 'Alla passiva verb är inte fel: bara de som kan bli tydligare är med bland träffarna.')
  const hard = new Map<string, Range>()
  for (const sentence of sentences)
    for (const { lower } of sentence.difficulty.hardWords) if (!hard.has(lower)) hard.set(lower, sentence.range)
  say(8, `${Math.round(whole.longWords * 100)}\u00a0procent av orden har fler än sex bokstäver.`)
  if (hard.size > 0) {
    const words = [...hard].slice(0, 8)
    say(
      8,
      `Ovanliga ord: ${words.map(([word]) => word).join(', ')}.`,
      words.map(([, range]) => range),
    )
  }
  return evidence
}

const readerWords = /(?<!\p{L})(?:du|dig|din|ditt|dina|ni|er|ert|era)(?!\p{L})/giu
const senderWords = /(?<!\p{L})(?:vi|oss|vår|vårt|våra)(?!\p{L})/giu

function addressOf(texts: readonly string[]): string {
  let reader = 0
  let sender = 0
  for (const text of texts) {
    reader += (text.match(readerWords) ?? []).length
    sender += (text.match(senderWords) ?? []).length
  }
  if (reader === 0 && sender === 0) return 'Texten säger varken du eller vi.'
  return `Texten talar till läsaren (du, ni) ${count(reader, 'gång', 'gånger')} och säger vi ${count(sender, 'gång', 'gånger')}.`
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 140 ? `${line.slice(0, 139).trimEnd()}…` : line
}

function count(value: number, one: string, many: string): string {
  return `${value}\u00a0${value === 1 ? one : many}`
}

/** With a decimal comma. */
function format(value: number, decimals = 0): string {
  return value.toFixed(decimals).replace('.', ',')
}
