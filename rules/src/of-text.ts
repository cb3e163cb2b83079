/**
 * What is told of a whole text, kept for the text that was asked about last: a rule asks for each of its places in a block,
 * and a block may be a page long.
 *
 * @param tell hangs on the text alone
 */
export function ofText<T>(tell: (text: string) => T): (text: string) => T {
  let last: string | undefined
  let told: T
  return (text) => {
    if (text !== last) {
      told = tell(text)
      last = text
    }
    return told
  }
}
