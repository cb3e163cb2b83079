/** Area codes of two figures after the zero; all others have three, but for 08. */
const short = new Set(
  '010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 070 072 073 076 079 090'.split(
    ' ',
  ),
)

/** The area code that a Swedish number begins with, and the rest; undefined where the length fits no number. */
export function splitPhone(digits: string): { area: string; rest: string } | undefined {
  if (!/^0[1-9]/.test(digits)) return undefined
  const length = digits.startsWith('08') ? 2 : digits.startsWith('0200') ? 4 : short.has(digits.slice(0, 3)) ? 3 : 4
  const area = digits.slice(0, length)
  const rest = digits.slice(length)
  if (/^07/.test(area) && length === 3) return rest.length === 7 ? { area, rest } : undefined
  if (area === '010') return rest.length === 7 ? { area, rest } : undefined
  if (rest.length < 5 || rest.length > 8 || digits.length > 10 || rest.startsWith('0')) return undefined
  return { area, rest }
}

/** The figures after the area code in groups: `641 00`, `12 34 56`, `123 45 67`, `123 456 78`. */
export function groupPhone(rest: string): string {
  const groups = { 5: [3, 2], 6: [2, 2, 2], 7: [3, 2, 2], 8: [3, 3, 2] }[rest.length] ?? [rest.length]
  let at = 0
  return groups
    .map((length) => {
      at += length
      return rest.slice(at - length, at)
    })
    .join('\u00a0')
}
