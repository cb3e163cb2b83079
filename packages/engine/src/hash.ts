/**
 * 64 bits of a string as 16 hexadecimal digits: the same for the same string on every machine and in every version.
 * Two multiplicative mixes over the UTF-16 code units. Tells texts apart; keeps no secret.
 */
export function hashText(text: string): string {
  let high = 0x9e3779b9
  let low = 0x85ebca6b
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x85ebca77)
    low = Math.imul(low ^ unit, 0xc2b2ae3d)
    high ^= high >>> 13
    low ^= low >>> 15
  }
  const first = Math.imul(high ^ (high >>> 16), 0x21f0aaad) ^ Math.imul(low ^ (low >>> 13), 0x735a2d97)
  const second = Math.imul(low ^ (low >>> 16), 0x21f0aaad) ^ Math.imul(first ^ (first >>> 15), 0x735a2d97)
  return hex(first ^ (first >>> 15)) + hex(second ^ (second >>> 16))
}

/** The two digits of each byte: V8 divides with fractions to write a number in base 16. */
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(value: number): string {
  return digits[value >>> 24]! + digits[(value >>> 16) & 255]! + digits[(value >>> 8) & 255]! + digits[value & 255]!
}
