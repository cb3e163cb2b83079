import type { FastifyError } from 'fastify'

/** The kinds of faults that the service tells of. Stable: clients may switch on them. */
export type ProblemKind =
  | 'ogiltig-begaran'
  | 'ogiltig-text'
  | 'ogiltiga-installningar'
  | 'token-saknas'
  | 'token-i-adressen'
  | 'fel-varddator'
  | 'finns-inte'
  | 'fel-metod'
  | 'for-lange'
  | 'for-stor'
  | 'fel-format'
  | 'for-manga-anrop'
  | 'for-svar-text'
  | 'upptagen'
  | 'avbruten'
  | 'internt-fel'

const kinds: Record<ProblemKind, readonly [status: number, title: string]> = {
  'ogiltig-begaran': [400, 'Begäran går inte att läsa'],
  'ogiltig-text': [422, 'Texten går inte att läsa'],
  'ogiltiga-installningar': [422, 'Inställningarna går inte att använda'],
  'token-saknas': [401, 'Token saknas eller är fel'],
  'token-i-adressen': [400, 'Token står i adressen'],
  'fel-varddator': [403, 'Fel värddator'],
  'finns-inte': [404, 'Sidan finns inte'],
  'fel-metod': [405, 'Fel metod'],
  'for-lange': [408, 'Begäran tog för lång tid'],
  'for-stor': [413, 'Texten är för stor'],
  'fel-format': [415, 'Fel format'],
  'for-manga-anrop': [429, 'För många anrop'],
  'for-svar-text': [422, 'Texten tar för lång tid att granska'],
  upptagen: [503, 'Tjänsten är upptagen'],
  avbruten: [503, 'Granskningen avbröts'],
  'internt-fel': [500, 'Något gick fel i tjänsten'],
}

export const problemType = 'application/problem+json; charset=utf-8'

/** A fault that the client is told of (RFC 9457). `detail` is Swedish, and never quotes the text. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly status: number
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined

  constructor(kind: ProblemKind, detail: string, retryAfter?: number) {
    super(detail)
    this.name = 'Problem'
    this.kind = kind
    this.status = kinds[kind][0]
    this.retryAfter = retryAfter
  }

  /** The body of the answer. */
  get json(): string {
    const { kind, status, message: detail } = this
    return JSON.stringify({ type: `urn:klarsprak:problem:${kind}`, title: kinds[kind][1], status, detail })
  }
}

/** What a client is told of an error that fastify or a handler threw. */
export function problemOf(error: FastifyError, maxBody: number): Problem {
  if (error instanceof Problem) return error
  switch (error.code) {
    case 'FST_ERR_VALIDATION':
      return new Problem('ogiltig-begaran', describeInvalid(error))
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Problem('ogiltig-begaran', 'Begäran är tom. Skicka ett JSON-objekt med text och format.')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Problem('ogiltig-begaran', 'Begäran är inte giltig JSON.')
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('ogiltig-begaran', 'Begäran har en annan längd än den säger.')
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('for-stor', `Begäran får vara högst ${kilobytes(maxBody)}. Dela upp texten.`)
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_INVALID_TYPE':
      return new Problem('fel-format', 'Skicka begäran som application/json till /v1, och som formulär till /v2.')
    default:
      if (error instanceof SyntaxError || error.statusCode === 400)
        return new Problem('ogiltig-begaran', 'Begäran går inte att läsa.')
      return new Problem(
        'internt-fel',
        'Felet ligger i tjänsten, inte i din text. Försök igen, och säg till den som sköter tjänsten om det inte hjälper.',
      )
  }
}

function kilobytes(bytes: number): string {
  return bytes >= 1_048_576
    ? `${new Intl.NumberFormat('sv', { maximumFractionDigits: 1 }).format(bytes / 1_048_576)}\u00a0MB`
    : `${Math.floor(bytes / 1024)}\u00a0kB`
}

/** The first thing that is wrong with a body, in Swedish. */
function describeInvalid({ validation }: FastifyError): string {
  const [first] = validation ?? []
  if (!first) return 'Begäran har inte rätt form.'
  const { keyword, instancePath, params } = first
  const name = instancePath.slice(1).replaceAll('~1', '/').replaceAll('~0', '~').slice(0, 200) || 'Begäran'
  switch (keyword) {
    case 'required':
      return `${name === 'Begäran' ? '' : `${name}: `}${String(params.missingProperty)} saknas.`
    case 'additionalProperties':
      return `Det finns ingen egenskap som heter ${String(params.additionalProperty).slice(0, 100)}. Se /openapi.json.`
    case 'enum':
      return `${name} måste vara något av ${(params.allowedValues as unknown[]).join(', ')}.`
    case 'type':
      return name === 'Begäran'
        ? 'Skicka ett JSON-objekt.'
        : `${name} har fel typ: det ska vara ${typeNames(params.type)}.`
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return `${name} får ha högst ${String(params.limit)} ${limitNames[keyword]}.`
    case 'minLength':
    case 'minItems':
      return `${name} får inte vara tom.`
    default:
      return `${name} har inte rätt form. Se /openapi.json.`
  }
}

const limitNames: Record<string, string> = { maxLength: 'tecken', maxItems: 'poster', maxProperties: 'egenskaper' }

function typeNames(type: unknown): string {
  const names: Record<string, string> = {
    string: 'en sträng',
    number: 'ett tal',
    integer: 'ett heltal',
    boolean: 'true eller false',
    array: 'en lista',
    object: 'ett objekt',
    null: 'null',
  }
  return (Array.isArray(type) ? type : String(type).split(','))
    .map((one) => names[String(one)] ?? String(one))
    .join(' eller ')
}
