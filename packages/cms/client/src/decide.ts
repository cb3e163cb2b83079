import { type Page, type ServiceClient, UnavailableError } from './client.ts'
import type { Finding, Heading, Review } from './review.ts'

/** How a house wants its pages held to the verdict. */
export interface Terms {
  /** A page that could not be checked: let it through, or keep it as a draft. */
  readonly whenUnavailable: 'publish' | 'keep'
  /** Why somebody publishes in spite of the findings; white space alone is no reason. */
  readonly overrideReason?: string
}

/**
 * Whether a page may be published, and why. `message` is Swedish and meant for the one who publishes; a page that is clear
 * has one where it was not checked as Swedish.
 */
export type Decision =
  | { readonly publish: true; readonly because: 'clear'; readonly review: Review; readonly message?: string }
  | { readonly publish: true; readonly because: 'override'; readonly review: Review; readonly reason: string }
  | { readonly publish: true; readonly because: 'unavailable'; readonly message: string }
  | { readonly publish: false; readonly because: 'findings'; readonly review: Review; readonly message: string }
  | { readonly publish: false; readonly because: 'unavailable'; readonly message: string }

/** Findings that a message tells of; the rest are counted. */
const mostTold = 5

/** Asks the service about a page, and holds the answer to the terms. Never throws for a service that fails. */
export async function decide(client: ServiceClient, page: Page, terms: Terms): Promise<Decision> {
  let review: Review
  try {
    review = await client.review(page)
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error
    return terms.whenUnavailable === 'publish'
      ? { publish: true, because: 'unavailable', message: `Texten publiceras utan granskning. ${error.message}` }
      : {
          publish: false,
          because: 'unavailable',
          message: `Texten är inte granskad och publiceras därför inte. ${error.message} Spara texten som utkast och försök igen senare.`,
        }
  }
  if (review.stopping.length === 0)
    return {
      publish: true,
      because: 'clear',
      review,
      ...(review.notice === undefined ? {} : { message: review.notice }),
    }
  const reason = terms.overrideReason?.trim()
  if (reason) return { publish: true, because: 'override', review, reason }
  return { publish: false, because: 'findings', review, message: describeStop(review) }
}

/** What stops a page, one finding a line, each with the words and the heading that it stands under. */
function describeStop({ stopping, headings, notice }: Review): string {
  const lines = stopping.slice(0, mostTold).map((finding) => `– ${placeOf(finding, headings)}${finding.message}`)
  const rest = stopping.length - mostTold
  if (rest > 0) lines.push(`– … och ${rest} till.`)
  const count = stopping.length === 1 ? 'en sak' : `${stopping.length} saker`
  return [`Rätta ${count} innan du publicerar:`, ...lines, ...(notice === undefined ? [] : [notice])].join('\n')
}

function placeOf({ text, start, message }: Finding, headings: readonly Heading[]): string {
  const heading = headings.findLast((one) => one.start <= start)?.text
  const words = shorten(text)
  const under = heading && shorten(heading) !== words ? `Under ”${shorten(heading)}”` : ''
  const place = [under, words && !message.includes(words) ? `”${words}”` : ''].filter(Boolean).join(', ')
  return place ? `${place}: ` : ''
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 60
    ? line
    : `${line
        .slice(0, 57)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()} …`
}
