import { combine, finish } from './hash.ts'

/**
 * Feature templates. A template is one or more atoms joined by `+`; an atom is a number read from the configuration,
 * named below. Templates are the model's: after a change of this file the parser must be trained again.
 */

/**
 * Atoms for choosing a move: s0 s1 s2 are the words on the stack from the top, b0 b1 b2 b3 those of the buffer. w form,
 * e its last letters,
 * t tag with features, p class, k kind of clause, m punctuation before, Lw form of the leftmost child, Ld Rd labels of the
 * outermost children, Rd2 Ld2 of the second, LS RS sets of child labels. dist span count tell of what lies between s0 and
 * b0, and with 1 between s1 and s0; finite and main of what is ahead.
 */
const MOVE_ATOMS =
  's0w s0t s0p s0k s0m s1w s1t s1p s1k s2t s2p s2k b0w b0t b0p b0k b0m b1w b1t b1p b1m b2t b2p b2m b3p s0Lw s0Ld s0Rd s0Ld2 s0Rd2 s1Ld s1Rd s1Rd2 s0LS s0RS s1LS s1RS b0LS dist dist1 span span1 count count1 finite main s0e s1e b0e b0Lw b0Ld'.split(
    ' ',
  )

const MOVE_TEMPLATES = `
s0w s0t s0p s1w s1t s2t b0w b0t b1w b1t b2t
s0w+b0w s0t+b0t s0w+b0t s0t+b0w s0t+s1t s0w+s1w s0w+s1t s0t+s1w b0t+b1t b0w+b1t b0t+b1w b0w+b1w
s0t+b0t+b1t s1t+s0t+b0t s2t+s1t+s0t b0t+b1t+b2t s0p+b0p+b1p+b2p s1p+s0p+b0p+b1p+b2p b0p+b1p+b2p+b3p
s1t+s0t+s0Lw s1w+s0Lw s1t+s0Lw s1p+s0p+s0Lw+b0p s1w+s0w+s0Lw
s0t+dist+b0t s0t+dist s1t+dist1+s0t b0t+dist s0w+dist
s0t+s0LS s0t+s0RS s1t+s1RS s1t+s1LS b0t+b0LS s0t+s0LS+b0t s0t+s0RS+b0t s1t+s1RS+s0t s1t+s1LS+s0t
s0w+s0LS s0w+s0RS s1w+s1RS s1w+s1LS s1LS+s1RS+s1p+s0t
s0Ld+s0Rd+s0p s1Ld+s1Rd+s1p s0t+s0Ld s0t+s0Rd s1t+s1Rd s1p+s1Rd+s1Rd2 s0p+s0Rd+s0Rd2 s0p+s0Ld+s0Ld2
s0p+b0p+count s1p+s0p+count1 s0p+b0p+count+s1p s0t+b0t+count
b0m b0m+s0p+b0p b0m+s0t+b0t b1m+b0p+b1p b1m+s0p+b0p s0m+s1p+s0p s0m+b0m+s0p+s1p+b0p b0m+s1p+s0p+b0p b0m+b1m
b1m+b2m+b0p b0m+count b0m+s0RS+s0p b0m+b0w+s0p s0m+b0m b1m+s0t+b0t
s0k+b0k s0k+s1k+b0k s0k+s1k s0k+s0p+b0p s1k+s0p+b0p s0k+finite s0k+main s0p+b0p+main s0p+finite+b0p s0k+s1k+main+b0m
s0k+b0k+main+b0m s0k+b0k+b0m s1k+s0k+s2k+b0p s1k+s1p+s0p+s0Lw s0k+s0LS+main s0k+s0LS+b0k
b0Lw+s0w b0Lw+s1w b0Lw+s0t b0Lw+s1t b0Lw+b0t+s0t b0Lw+s1t+s0t b0Lw+s0e b0Lw+s1e b0Lw+b0w b0Lw+b0e+s0e
b0LS+s0t+b0t b0LS+s1t+b0t b0LS+s1p+s0p+b0p b0LS+s0w b0Ld+b0p+s0p
s0e b0e s0e+b0t s0t+b0e s0e+b0e s1e+s0t s1t+s0e s1e+s0e s1e+b0e s1p+s0p+b0e
span span1 span+s0p+b0p span1+s1p+s0p span+s0k+b0p span1+s1p+s0p+b0p
`

/**
 * Atoms for the label of an arc: h is the head, d the dependent, whose own children are all found. w t p as above;
 * d's outermost children L and R with form, class and label; h's labels so far. prev and next are d's neighbours, hprev
 * and hnext those of h; under is the word on the stack below both.
 */
const LABEL_ATOMS =
  'hw ht hp dw dt dp dLw dLp dLd dLd2 dRw dRp dRd dRd2 right dist hLS hRS hLn hRn dLS dRS hLd hRd prevp nextp nextt hnextp hprevp underp underw count b0m dm he de'.split(
    ' ',
  )

const LABEL_TEMPLATES = `
hw ht hp dw dt dp hw+dw ht+dt ht+dw hw+dt hp+dp+right hp+dw dp+hw hw+dp
dLw dLw+dp dLw+hw dLw+hp dLd+dp dLd+dp+hp dLw+dw dLw+ht dLw+hw+dw dRd+dp dRd+hp dRp+dp dLd2+dLd+dp dRd2+dRd+dp
hp+dp+right+dist ht+dp+right ht+dt+right dp+dt+right dw+right dw+right+hp
hLS+dt hRS+dt hLS+hRS+dp hLS+hRS+hp+dp hw+hLS+dp hw+hRS+dp hw+hLS+hRS+dp+right dLS+dp dRS+dp dLS+dRS+dp+hp hLS+ht+dt
hRS+ht+dt hLn+hp+dp hRn+hp+dp hLd+hp+dp+right hRd+hp+dp+right
prevp+dp+hp nextp+dp+hp prevp+nextp+dp nextt+dt hnextp+hp+dp hprevp+hp+dp underp+hp+dp underw+hp+dp
count+hp+dp+right b0m+dp+hp+right dm+dp+hp+right dm+dt
he de he+dp+right de+hp+right he+dt de+ht he+de dLw+he de+right dLw+de
`

/** Templates in a form that is quick to walk: sorted by number of atoms. */
export interface Templates {
  readonly count: number
  readonly atomCount: number
  /** Places of the atoms of all templates of one atom, of two, and so on. */
  readonly byLength: readonly Uint8Array[]
}

const LONGEST = 5

function compile(text: string, atoms: readonly string[]): Templates {
  const templates = text
    .trim()
    .split(/\s+/u)
    .map((template) => template.split('+').map((name) => atoms.indexOf(name)))
  const wrong = templates.findIndex((places) => places.includes(-1) || places.length > LONGEST)
  if (wrong >= 0) throw new Error(`template ${wrong} cannot be compiled`)
  const ofLength = (length: number): number[] => templates.filter((places) => places.length === length).flat()
  return {
    count: templates.length,
    atomCount: atoms.length,
    byLength: Array.from({ length: LONGEST }, (_, i) => Uint8Array.from(ofLength(i + 1))),
  }
}

export const moveTemplates = compile(MOVE_TEMPLATES, MOVE_ATOMS)
export const labelTemplates = compile(LABEL_TEMPLATES, LABEL_ATOMS)

/** Goes up when `hashTemplates` counts in another way. */
const HASHING = 2

/** Tells models trained with other templates apart. */
export const templatesHash = (): number => {
  let hash: number = HASHING
  for (const text of [MOVE_TEMPLATES, LABEL_TEMPLATES, MOVE_ATOMS.join(' '), LABEL_ATOMS.join(' ')]) {
    for (let i = 0; i < text.length; i++) hash = combine(hash, text.charCodeAt(i))
  }
  return finish(hash) >>> 0
}

/**
 * Writes the hash of every template over these atoms to `out`. Atoms are spread in place first, each in its own way, so
 * that sums of them tell templates apart.
 */
export function hashTemplates({ byLength, atomCount }: Templates, atoms: Int32Array, out: Int32Array): void {
  for (let i = 0; i < atomCount; i++) {
    const h = Math.imul(atoms[i]! ^ Math.imul(i + 1, 0x9e3779b1), 0x85ebca6b)
    atoms[i] = h ^ (h >>> 15)
  }
  const [ones, twos, threes, fours, fives] = byLength as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  let t = 0
  let salt = 0
  for (let i = 0; i < ones.length; i++) {
    salt = (salt + SALT) | 0
    out[t++] = spread((atoms[ones[i]!]! + salt) | 0)
  }
  for (let i = 0; i < twos.length; i += 2) {
    salt = (salt + SALT) | 0
    out[t++] = spread((((atoms[twos[i]!]! + atoms[twos[i + 1]!]!) | 0) + salt) | 0)
  }
  for (let i = 0; i < threes.length; i += 3) {
    salt = (salt + SALT) | 0
    const two = (atoms[threes[i]!]! + atoms[threes[i + 1]!]!) | 0
    out[t++] = spread((((two + atoms[threes[i + 2]!]!) | 0) + salt) | 0)
  }
  for (let i = 0; i < fours.length; i += 4) {
    salt = (salt + SALT) | 0
    const first = (atoms[fours[i]!]! + atoms[fours[i + 1]!]!) | 0
    const second = (atoms[fours[i + 2]!]! + atoms[fours[i + 3]!]!) | 0
    out[t++] = spread((((first + second) | 0) + salt) | 0)
  }
  for (let i = 0; i < fives.length; i += 5) {
    salt = (salt + SALT) | 0
    const first = (atoms[fives[i]!]! + atoms[fives[i + 1]!]!) | 0
    const second = (atoms[fives[i + 2]!]! + atoms[fives[i + 3]!]!) | 0
    out[t++] = spread((((((first + second) | 0) + atoms[fives[i + 4]!]!) | 0) + salt) | 0)
  }
}

/** What tells each template from the one before. */
const SALT = 0x27d4eb2f

function spread(sum: number): number {
  const mixed = Math.imul(sum ^ (sum >>> 15), 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}
