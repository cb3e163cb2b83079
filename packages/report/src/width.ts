import stringWidth from 'string-width'

/** Text in which every code unit takes one column: Latin letters, digits and the signs of Swedish prose. */
const plain = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02AF\u2010-\u2027\u2030\u20AC\u2212]*$/

/** Columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text)
}
