/** A finding that somebody has waived, with the reason for those who come after. */
export interface Exception {
  readonly fingerprint: string
  readonly rule: string
  readonly reason: string
}

/** The waived findings in what a CMS keeps with a page; leaves out what is none, or has no reason. */
export function readExceptions(value: unknown): Exception[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    const { fingerprint, rule, reason } = (one ?? {}) as Record<string, unknown>
    return typeof fingerprint === 'string' && typeof rule === 'string' && typeof reason === 'string' && reason.trim()
      ? [{ fingerprint, rule, reason }]
      : []
  })
}

/** What is used here of a finding as the service gives it. */
export interface Finding {
  readonly ruleId: string
  readonly severity: 'error' | 'warning' | 'suggestion'
  readonly message: string
  readonly url: string
  readonly fingerprint: string
  /** The words that it is about. */
  readonly text: string
  /** UTF-16 offsets into the text that was sent. */
  readonly start: number
  readonly end: number
}

/** A heading, with where it begins in the text that was sent. */
export interface Heading {
  readonly text: string
  readonly start: number
}

/** What is used here of the answer of `POST /v1/verdict`. */
export interface Review {
  readonly findings: readonly Finding[]
  /** Those that stop the publication, in text order. */
  readonly stopping: readonly Finding[]
  readonly headings: readonly Heading[]
  /** Why the page was not checked as Swedish, in Swedish. */
  readonly notice?: string
}

/** Reads an answer of the service; undefined for anything that no service of ours gives. */
export function readReview(answer: unknown): Review | undefined {
  if (!isRecord(answer) || !isRecord(answer.verdict)) return undefined
  const { findings, stopping, blocks, verdict } = answer
  if (!Array.isArray(findings) || !Array.isArray(stopping) || !Array.isArray(blocks)) return undefined
  const read: Finding[] = []
  for (const finding of findings) {
    const one = readFinding(finding)
    if (!one) return undefined
    read.push(one)
  }
  const wanted = new Set<unknown>(stopping)
  const found = read.filter(({ fingerprint }) => wanted.has(fingerprint))
  // A verdict that does not agree with its own findings must not let a page through.
  if (verdict.publish !== (wanted.size === 0) || new Set(found.map((one) => one.fingerprint)).size !== wanted.size)
    return undefined
  const headings: Heading[] = []
  for (const block of blocks)
    if (
      isRecord(block) &&
      block.kind === 'heading' &&
      typeof block.text === 'string' &&
      typeof block.start === 'number'
    )
      headings.push({ text: block.text, start: block.start })
  const { notice } = verdict
  return { findings: read, stopping: found, headings, ...(typeof notice === 'string' ? { notice } : {}) }
}

function readFinding(value: unknown): Finding | undefined {
  if (!isRecord(value) || !isRecord(value.range)) return undefined
  const { ruleId, severity, message, url, fingerprint, text, range } = value
  const start = isRecord(range.start) ? range.start.offset : undefined
  const end = isRecord(range.end) ? range.end.offset : undefined
  if (severity !== 'error' && severity !== 'warning' && severity !== 'suggestion') return undefined
  if (typeof ruleId !== 'string' || typeof message !== 'string' || typeof url !== 'string') return undefined
  if (typeof fingerprint !== 'string' || typeof text !== 'string') return undefined
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  return { ruleId, severity, message, url, fingerprint, text, start, end }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
