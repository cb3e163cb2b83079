import { closest, distance } from 'fastest-levenshtein'

/** The name that was probably meant; undefined where none is near. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const plain = simplified(written)
  const byPlain = new Map(names.map((name) => [simplified(name), name]))
  const best = closest(plain, [...byPlain.keys()])
  const far = distance(plain, best) > Math.max(2, Math.floor(plain.length / 2.5))
  return far ? undefined : byPlain.get(best)
}

/** `Menade du ”rules”?` with a space before, or nothing. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Menade du ”${nearest}”?`
}

function simplified(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s_]/g, '-')
}
