import { type BackEnd, BackEndError, type Review } from './back-end.ts'
import type { Answer, Question } from './messages.ts'

/** A text that takes longer than this is given up, in milliseconds. The first also waits for the language model. */
const patience = 60_000

/** The back end that checks texts in a worker in this tab: nothing of them leaves it. */
export function tabBackEnd(base: string): BackEnd {
  const address = new URL('worker.js', base)
  let worker: Worker | undefined
  let asked = 0

  const start = (): Worker => {
    worker ??= new Worker(address, { type: 'module', name: 'klarsprak' })
    return worker
  }
  const end = (): void => {
    worker?.terminate()
    worker = undefined
  }
  // The language model is on its way while the person pastes.
  start()

  return {
    promise: 'Texten granskas här i webbläsaren. Den lämnar inte den här fliken.',
    rules: { folder: new URL('regler/', base).href, suffix: '.html' },
    review(request, signal) {
      const id = ++asked
      const target = start()
      return new Promise<Review>((resolve, reject) => {
        const stop = new AbortController()
        const settle = (act: () => void): void => {
          stop.abort()
          clearTimeout(timer)
          act()
        }
        const timer = setTimeout(
          () =>
            settle(() => {
              end()
              reject(new BackEndError('refused', 'Texten tog för lång tid att granska. Granska en del i taget.'))
            }),
          patience,
        )
        const listen = { signal: stop.signal }
        signal.addEventListener('abort', () => settle(() => reject(signal.reason)), listen)
        target.addEventListener(
          'message',
          ({ data }: MessageEvent<Answer>) => {
            if (data.id !== id) return
            settle(() => {
              if ('review' in data) return resolve(data.review)
              if (data.broken) end()
              reject(new BackEndError(data.broken ? 'unreachable' : 'refused', data.error, data.broken ? 5 : undefined))
            })
          },
          listen,
        )
        target.addEventListener(
          'error',
          () =>
            settle(() => {
              end()
              reject(new BackEndError('unreachable', 'Granskningen kunde inte starta. Din text finns kvar här.', 5))
            }),
          listen,
        )
        target.postMessage({ id, request } satisfies Question)
      })
    },
  }
}
