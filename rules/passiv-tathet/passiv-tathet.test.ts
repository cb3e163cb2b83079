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
