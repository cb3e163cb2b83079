/**
 * The same text in memory of its own. A slice holds on to the whole that it was cut from, and blocks outlive the
 * version of the document that they were read in.
 */
export function onItsOwn(text: string): string {
  return ` ${text}`.slice(1)
}
