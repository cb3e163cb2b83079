import { lintWith } from '@klarsprak/engine/testing'
import { expect, it } from 'vitest'
import { rule } from './index.ts'

it('counts no supine that has left its ”har” out, which stands in a subordinate clause', () => {
  const two = 'Motionen diarieförs hos nämnden. Hon kommer att underrättas om beslutet.'
  const found = (text: string) => lintWith([rule], text, { format: 'markdown', profile: 'brev' }).findings.length
  expect(found(`${two} Den som väckt ett förslag har inte rätt att yttra sig då förslaget väckts.`)).toBe(0)
  expect(found(`${two} Förslaget ska väckas i fullmäktige.`)).toBe(1)
})

it('counts each of joined verbs, and ”räknas ut” as the deed that it is', () => {
  const text = 'Ärendet expedieras och kungörs, avgiften räknas ut och beslutet skickas hem till dig.'
  const [finding] = lintWith([rule], text, { format: 'markdown', profile: 'brev' }).findings
  expect(finding!.message).toBe('Här står 4 passiva verb tätt.')
})

it('does not count ”ställs inför”', () => {
  const two = 'Blanketten skrivs ut. Den skickas hem.'
  const found = (text: string) => lintWith([rule], text, { format: 'markdown', profile: 'brev' }).findings.length
  expect(found(`Då ställs du som anhörig inför många frågor. ${two}`)).toBe(0)
  expect(found(`Då prövas din ansökan. ${two}`)).toBe(1)
})

it('shows the share where the passives are most', () => {
  const filler = 'Kärlet töms i dag. Du ställer fram det. '
  const dense = 'Matavfallet hämtas varje vecka och läggs i påsar. Det sorteras. Du ser resten.'
  const text = `${Array(6).fill(filler).join('\n\n')}\n\n${dense}`
  const [finding] = lintWith([rule], text, {
    format: 'markdown',
    profile: 'brev',
    options: { [rule.meta.id]: { minFinita: 5, meningarIRad: 9, finitaIMening: 9, maxAndel: 0.3 } },
  }).findings
  expect(text.slice(finding!.range.start.offset)).toMatch(/^Matavfallet/)
})
