import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Backend } from './backend.ts'

/** Counts and times of the service, as Prometheus reads them. No label ever holds anything of a text. */
export class ServiceMetrics {
  readonly registry = new Registry()
  readonly #requests: Counter<'route' | 'status'>
  readonly #seconds: Histogram<'route'>
  readonly #words: Counter
  readonly #lost: Counter<'reason'>
  readonly #ruleErrors: Counter<'rule'>

  constructor(backend: () => Pick<Backend, 'ready' | 'busy' | 'waiting'>) {
    const registers = [this.registry]
    collectDefaultMetrics({ register: this.registry, prefix: 'klarsprak_' })
    this.#requests = new Counter({
      name: 'klarsprak_requests_total',
      help: 'Besvarade anrop.',
      labelNames: ['route', 'status'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'klarsprak_request_seconds',
      help: 'Tid från anrop till svar.',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    })
    this.#words = new Counter({ name: 'klarsprak_words_total', help: 'Granskade ord.', registers })
    this.#lost = new Counter({
      name: 'klarsprak_workers_replaced_total',
      help: 'Arbetare som har ersatts, och varför.',
      labelNames: ['reason'],
      registers,
    })
    this.#ruleErrors = new Counter({
      name: 'klarsprak_rule_errors_total',
      help: 'Regler som har gått sönder på en text.',
      labelNames: ['rule'],
      registers,
    })
    for (const [key, name, help] of [
      ['ready', 'klarsprak_workers_ready', 'Arbetare som tar emot texter.'],
      ['busy', 'klarsprak_workers_busy', 'Arbetare som granskar en text nu.'],
      ['waiting', 'klarsprak_texts_waiting', 'Texter som väntar på en arbetare.'],
    ] as const)
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(backend()[key])
        },
      })
  }

  /** @param route the pattern of the route, never the address */
  answered(route: string, status: number, milliseconds: number): void {
    this.#requests.inc({ route, status })
    this.#seconds.observe({ route }, milliseconds / 1000)
  }

  linted(words: number, ruleErrors: readonly string[]): void {
    this.#words.inc(words)
    for (const rule of ruleErrors) this.#ruleErrors.inc({ rule })
  }

  replaced(reason: string): void {
    this.#lost.inc({ reason })
  }
}
