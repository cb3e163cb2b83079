/** How hard a sentence is to read, by its points. The bounds are the engine's. */
export const bands = [
  { id: 'easy', name: 'lätt', from: 0 },
  { id: 'medium', name: 'medelsvår', from: 20 },
  { id: 'hard', name: 'svår', from: 40 },
  { id: 'hardest', name: 'mycket svår', from: 60 },
] as const

/** Whether it is worth saying beside what is to be mended in a sentence. */
export function isHard(difficulty: number): boolean {
  return ['hard', 'hardest'].includes(bandOf(difficulty).id)
}

/** @param difficulty 0–100 */
export function bandOf(difficulty: number): (typeof bands)[number] {
  return bands.findLast(({ from }) => difficulty >= from) ?? bands[0]
}
