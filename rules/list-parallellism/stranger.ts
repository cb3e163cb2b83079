/** Items of another form than most may be at most this share of a list. */
const largestShare = 0.4

/**
 * The first item that is not of the form that most items have, and one that is. Undefined where all are alike, where
 * there is no such form, or where too few items have a form that can be told.
 *
 * @param forms the form of each item; undefined where it cannot be told
 */
export function stranger(forms: readonly (string | undefined)[]): { index: number; other: number } | undefined {
  const counts = new Map<string, number>()
  for (const form of forms) if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1)
  const told = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (counts.size < 2 || told < 3 || told < forms.length * 0.75) return undefined
  if (Math.min(...counts.values()) > told * largestShare) return undefined
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0]!
  const index = forms.findIndex((form) => form !== undefined && form !== most)
  return { index, other: forms.indexOf(most) }
}
