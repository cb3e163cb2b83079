import { decodeReference } from '../references.ts'

const ESCAPES = /\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z\d]{1,31});/g

/** Decodes Markdown's escapes and character references, as in the address of a link. */
export function decodeString(value: string): string {
  return value.replace(ESCAPES, (whole, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped
    const reference = decodeReference(whole, 0)
    return reference.length === whole.length ? reference.text : whole
  })
}
