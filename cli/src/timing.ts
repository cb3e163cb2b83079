import { say } from './terminal.ts'

/** Adds up how long each rule took. */
export class Timing {
  readonly #times = new Map<string, number>()

  add(id: string, milliseconds: number): void {
    this.#times.set(id, (this.#times.get(id) ?? 0) + milliseconds)
  }

  /** Prints the slowest rules on standard error, as the rest of the output may be read by a program. */
  report(): void {
    const all = [...this.#times.values()].reduce((sum, time) => sum + time, 0)
    const rows = [...this.#times].sort(([, one], [, other]) => other - one).slice(0, 20)
    say('Tid per regel, i millisekunder:')
    for (const [id, time] of rows) {
      const share = all === 0 ? 0 : Math.round((100 * time) / all)
      say(`${time.toFixed(1).replace('.', ',').padStart(10)}  ${String(share).padStart(3)} %  ${id}`)
    }
  }
}
