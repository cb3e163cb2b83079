/** Small numbers in letters, by value; 1 has two forms that only context tells apart. */
export const numerals = [
  'noll',
  'ett',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
] as const

/** The value of a number in digits, grouped or not, with decimal comma or point; NaN for anything else. */
export function numberValue(number: string): number {
  return Number(number.replace(/[ \u00a0\u202f]/g, '').replace(/[,:]/, '.'))
}

/** Digits in groups of three: `1250000` → `1 250 000`. */
export function grouped(digits: string, space = '\u00a0'): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, space)
}

/** Luhn's check digit, which Swedish identity and organisation numbers end in. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
