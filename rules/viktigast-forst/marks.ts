import type { TextBlock } from '@klarsprak/engine'
import type { Span } from '../src/structure.ts'

interface Place {
  readonly span: Span
  /** Words of the block that come before it. */
  readonly wordsBefore: number
}

/** What a block holds of what readers look for first. */
export interface Marks {
  /** How a matter was decided. */
  readonly outcome?: Place
  /** What the reader is to do. */
  readonly request?: Place
  /** A first sentence that tells of the past alone. */
  readonly background?: Span
  /** Something that happens now or soon. */
  readonly news?: boolean
  /** The same, after the first sentence. */
  readonly newsAfter?: boolean
}

const outcome =
  /(?<!\p{L})(?:bevilja[rst]?|beviljat|beviljats|avslå(?:r|s)|avslagit|avslagits|beslutar|har beslutat|säger (?:ja|nej)|(?:du|ni|föreningen|bolaget) får (?!veta|mer|inte veta|en kopia|brev)|godkänner|förelägger|upphäver|avvisar|återkallar|avslag på|lämnar (?:bygg|mark|rivnings)lov|ger (?:dig|er) (?:rätt|bygglov|bidrag))(?!\p{L})/iu
/** `Du får inte parkeringstillstånd`: in running text the reader may also get a letter, or may call. */
const outcomeInHeading = /^(?:Du|Ni|Föreningen|Bolaget) får (?!veta|mer|en kopia|brev|söka|ringa)/u
/** Not yet the outcome: what was asked for, and what others decide. */
const notOutcome =
  /ansök(?:te|t) om|föreslår|yrkar|kan (?:besluta|överklaga)|innan nämnden|om (?:nämnden|vi) (?:beviljar|avslår)/i
const request =
  /(?<!\p{L})(?:senast (?:den|på|måndag|tisdag|onsdag|torsdag|fredag|vecka|i)|(?:du|ni) (?:ska|måste|behöver) )/iu
const imperative =
  /^(?:svara|skicka|fyll i|anmäl|ansök|betala|lämna|meddela|boka|hämta|skriv under|logga in)(?!\p{L})/iu
/** An offer that closes every letter. */
const courtesy = /(?:har du|om du har|vid) (?:någr?a )?frågor|välkommen att|hör av dig|tveka inte/i
const background =
  /(?<!\p{L})(?:sedan (?:år |mitten av |slutet av )?(?:19|20)\d\d|under (?:flera|många|de senaste|en längre tid|lång tid)|i (?:flera|många) år|redan (?:år )?(?:19|20)\d\d|historiskt|för \p{L}+ år sedan|enligt ett beslut)(?!\p{L})/iu
const news =
  /(?<!\p{L})(?:i (?:dag|morgon|höst|vinter|vår|sommar|kväll)|nu|nästa (?:år|vecka|månad)|på (?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)|den \d{1,2} \p{L}+|öppnar|invigs|startar|stängs?|byggs|införs)(?!\p{L})/iu

/** What stands where in a block. */
export function readMarks({ kind, sentences }: TextBlock): Marks {
  let words = 0
  let marks: Marks = {}
  for (const [index, sentence] of sentences.entries()) {
    const { text, start, end, wordCount } = sentence
    const place = { span: { start, end }, wordsBefore: words }
    const isOutcome = outcome.test(text) || (kind === 'heading' && outcomeInHeading.test(text))
    if (!marks.outcome && isOutcome && !notOutcome.test(text)) marks = { ...marks, outcome: place }
    if (!marks.request && (request.test(text) || imperative.test(text)) && !courtesy.test(text))
      marks = { ...marks, request: place }
    const isNews = news.test(text)
    if (index === 0 && kind !== 'heading' && background.test(text) && !isNews)
      marks = { ...marks, background: place.span }
    if (isNews) marks = { ...marks, news: true, ...(index > 0 ? { newsAfter: true } : {}) }
    words += wordCount
  }
  return marks
}
