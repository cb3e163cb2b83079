import { expect, test } from 'vitest'
import { runLoad } from '../scripts/load.ts'

test('two hundred clients at once get answers, and the service costs little beside the engine', async () => {
  // A machine that does other things too may be unlucky once.
  let result = await runLoad({ seconds: 5, clients: 200 })
  if (result.ratio > 1.5) result = await runLoad({ seconds: 5, clients: 200 })
  console.log(JSON.stringify(result))
  const { failed, answered, statuses, ratio, memory } = result
  expect(failed).toBe(0)
  expect(answered).toBeGreaterThan(20)
  expect(['200', '429', '503']).toEqual(expect.arrayContaining(Object.keys(statuses)))
  expect(ratio).toBeLessThanOrEqual(1.5)
  expect(memory.last).toBeLessThan(1.25 * memory.middle)
}, 180_000)
