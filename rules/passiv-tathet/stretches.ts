import type { SentencePassives } from './measure.ts'

/** A place where passives stand close. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly passive: number
}

/** Runs of passive sentences, and single sentences with many passives, of one block. */
export function stretchesOf(
  sentences: readonly SentencePassives[],
  { meningarIRad, finitaIMening }: { readonly meningarIRad: number; readonly finitaIMening: number },
): Stretch[] {
  const found: Stretch[] = []
  for (let from = 0; from < sentences.length; ) {
    let to = from
    while (to < sentences.length && isPassive(sentences[to]!)) to++
    const run = sentences.slice(from, to)
    if (run.length >= meningarIRad) found.push(stretch(run))
    else found.push(...run.filter(({ passive }) => passive >= finitaIMening).map((sentence) => stretch([sentence])))
    from = Math.max(to, from + 1)
  }
  return found
}

/** True for a sentence where at least half of the clauses are passive. */
function isPassive({ passive, clauses }: SentencePassives): boolean {
  return passive > 0 && passive * 2 >= clauses
}

function stretch(run: readonly SentencePassives[]): Stretch {
  return {
    start: run[0]!.start,
    end: run.at(-1)!.end,
    passive: run.reduce((sum, { passive }) => sum + passive, 0),
  }
}
