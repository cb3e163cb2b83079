import { type BackEnd, BackEndError, type Review, type ReviewRequest } from './back-end.ts'

/** Longest wait for an answer, in milliseconds. */
const patience = 30_000

/** Seconds between attempts when the service does not answer. */
const pause = 5

/** The back end that asks the service which the page came from. */
export function serviceBackEnd(base: string): BackEnd {
  const address = new URL('v1/review', base)
  let key = ''
  return {
    promise: 'Texten skickas till tjänsten för att granskas. Den sparas inte där, och inte här.',
    rules: { folder: new URL('regler/', base).href, suffix: '' },
    useKey(value) {
      key = value.trim()
    },
    async review(request, signal) {
      const answer = await ask(address, request, key, signal)
      if (!answer.ok) throw await errorOf(answer)
      return (await answer.json()) as Review
    },
  }
}

async function ask(address: URL, request: ReviewRequest, key: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key === '' ? {} : { Authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(request),
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
  } catch (error) {
    if (signal.aborted) throw error
    throw new BackEndError('unreachable', 'Tjänsten svarar inte. Din text finns kvar här.', pause)
  }
}

async function errorOf(answer: Response): Promise<BackEndError> {
  const detail = await detailOf(answer)
  const wait = Number(answer.headers.get('Retry-After'))
  const retryAfter = Number.isFinite(wait) && wait > 0 ? wait : pause
  switch (answer.status) {
    case 401:
      return new BackEndError('key', 'Tjänsten behöver en nyckel. Be den som sköter tjänsten om en.')
    case 429:
    case 503:
      return new BackEndError('busy', detail ?? 'Tjänsten har mycket att göra just nu.', retryAfter)
    case 413:
      return new BackEndError('refused', 'Texten är för lång för tjänsten. Granska en del i taget.')
    default:
      return new BackEndError('refused', detail ?? `Tjänsten kunde inte granska texten (fel ${answer.status}).`)
  }
}

/** What a problem report (RFC 9457) says. */
async function detailOf(answer: Response): Promise<string | undefined> {
  try {
    const { detail } = (await answer.json()) as { detail?: unknown }
    return typeof detail === 'string' && detail !== '' ? detail : undefined
  } catch {
    return undefined
  }
}
