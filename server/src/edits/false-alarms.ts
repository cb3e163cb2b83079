import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { detailOf, type FileResult, type Finding } from '@klarsprak/engine'

/** Where false alarms are kept, below the workspace folder. They never leave the machine. */
const file = join('.klarsprak', 'falska-larm.jsonl')

/**
 * Keeps a finding that the writer holds for wrong: rule, version, marked words and sentence, one JSON object a line, so
 * that it can become a test.
 *
 * @returns the path of the file
 * @throws where the file cannot be written
 */
export function keepFalseAlarm(root: string, version: string, result: FileResult, finding: Finding): string {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  const { ruleId, text, message } = finding
  const entry = { rule: ruleId, version, text, sentence: sentenceOf(result, finding), message }
  appendFileSync(path, `${JSON.stringify(entry)}\n`)
  return path
}

function sentenceOf(result: FileResult, finding: Finding): string {
  const { document, blocks, places } = detailOf(result)
  const place = places[result.findings.indexOf(finding)]
  const block = place && document.blocks[place.block]
  if (!place || !block) return ''
  const spans = blocks[place.block]?.sentenceSpans ?? new Int32Array()
  for (let index = 0; index < spans.length; index += 2)
    if (spans[index]! <= place.start && place.start < spans[index + 1]!)
      return block.text.slice(spans[index], spans[index + 1])
  return block.text
}
