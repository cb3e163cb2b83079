import {
  detailOf,
  type FileResult,
  type Finding,
  type RuleGroup,
  type RuleMeta,
  type Severity,
} from '@klarsprak/engine'
import { version } from '../version.ts'
import type { AnnotatedText } from './annotated.ts'

const groupNames: Record<RuleGroup, string> = {
  verb: 'Verb',
  meningar: 'Meningar',
  ord: 'Ord',
  tilltal: 'Tilltal',
  termer: 'Termer',
  struktur: 'Struktur',
  skrivregler: 'Skrivregler',
  'vanliga-fel': 'Vanliga fel',
  matt: 'Mått',
  'kommunens-rost': 'Kommunens röst',
  tillganglighet: 'Tillgänglighet',
  undantag: 'Undantag',
}

/** Issue types that clients colour by (LanguageTool's, after ITS 2.0). */
const issueTypes: Partial<Record<RuleGroup, string>> = {
  'vanliga-fel': 'grammar',
  skrivregler: 'typographical',
  termer: 'terminology',
}

const typeNames: Record<Severity, string> = { error: 'Other', warning: 'Other', suggestion: 'Hint' }

/** Characters of text on each side of a match that clients are shown. */
const around = 40

/** A group of rules as a category of LanguageTool: `KLARSPRAK_VANLIGA_FEL`. */
export function categoryOf(group: RuleGroup): string {
  return `KLARSPRAK_${group.replaceAll('-', '_').toUpperCase()}`
}

/**
 * A result as LanguageTool answers it.
 *
 * @param language as the client named it
 */
export function checkResult(
  result: FileResult,
  text: AnnotatedText,
  rules: ReadonlyMap<string, RuleMeta>,
  language: string,
): Record<string, unknown> {
  const code = language === 'auto' ? 'sv' : language
  const named = { name: 'Swedish', code }
  return {
    software: { name: 'Klarspråk', version, buildDate: '', apiVersion: 1, premium: false, premiumHint: '', status: '' },
    warnings: { incompleteResults: false },
    language: { ...named, detectedLanguage: { ...named, confidence: 1, source: 'klarsprak' } },
    matches: result.findings.map((finding, index) => matchOf(finding, index, result, text, rules)),
  }
}

function matchOf(
  finding: Finding,
  index: number,
  result: FileResult,
  text: AnnotatedText,
  rules: ReadonlyMap<string, RuleMeta>,
): Record<string, unknown> {
  const { ruleId, message, url, severity } = finding
  const start = finding.range.start.offset
  const end = finding.range.end.offset
  const meta = rules.get(ruleId)!
  const place = text.toOriginal(start, end)
  const replacements = text.isWhole(start, end) ? replacementsOf(finding, text.text) : []
  const [advice] = finding.suggestions
  return {
    message: replacements.length === 0 && advice ? `${message} ${advice.title}.` : message,
    shortMessage: meta.title,
    replacements: replacements.map((value) => ({ value })),
    offset: place.start,
    length: place.end - place.start,
    context: contextOf(text.text, start, end),
    sentence: sentenceOf(result, index),
    type: { typeName: typeNames[severity] },
    rule: {
      id: ruleId,
      description: meta.description,
      issueType: issueTypes[meta.group] ?? 'style',
      category: { id: categoryOf(meta.group), name: groupNames[meta.group] },
      urls: [{ value: url }],
    },
    ignoreForIncompleteSentence: false,
    contextForSureMatch: 0,
  }
}

/** What the marked words become by each suggestion that changes them alone. */
function replacementsOf({ range, suggestions }: Finding, source: string): string[] {
  const start = range.start.offset
  const end = range.end.offset
  const texts = suggestions
    .filter(({ edits }) => edits.length > 0 && edits.every((edit) => edit.start >= start && edit.end <= end))
    .map(({ edits }) => {
      let replaced = ''
      let at = start
      for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
        replaced += source.slice(at, edit.start) + edit.text
        at = edit.end
      }
      return replaced + source.slice(at, end)
    })
  return [...new Set(texts)]
}

/** The match with what stands round it, as one line; three full stops where the text goes on. */
function contextOf(source: string, start: number, end: number): { text: string; offset: number; length: number } {
  const from = Math.max(0, start - around)
  const to = Math.min(source.length, end + around)
  const before = from > 0 ? '...' : ''
  const text = `${before}${source.slice(from, to)}${to < source.length ? '...' : ''}`
  return { text: text.replace(/[\r\n\t]/g, ' '), offset: before.length + start - from, length: end - start }
}

/** The sentence that a finding begins in; the whole block where it has none. */
function sentenceOf(result: FileResult, index: number): string {
  const { document, blocks, places } = detailOf(result)
  const { block: at, start } = places[index]!
  const text = document.blocks[at]?.text ?? ''
  const spans = blocks[at]?.sentenceSpans ?? []
  for (let sentence = spans.length - 2; sentence >= 0; sentence -= 2)
    if (spans[sentence]! <= start) return text.slice(spans[sentence], spans[sentence + 1])
  return text
}
