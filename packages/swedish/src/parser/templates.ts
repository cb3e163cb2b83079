import { combine, finish } from './hash.ts'

/**
 * Feature templates. A template is one or more atoms joined by `+`; an atom is a number read from the configuration,
 * named below. Templates are the model's: after a change of this file the parser must be trained again.
 */

/**
 * Atoms for choosing a move: s0 s1 s2 are the words on the stack from the top, b0 b1 b2 b3 those of the buffer. w form,
 * t tag with features, p class, k kind of clause, m punctuation before, Lw form of the leftmost child, Ld Rd labels of the
 * outermost children, Rd2 Ld2 of the second, LS RS sets of child labels. dist span count tell of what lies between s0 and
 * b0, and with 1 between s1 and s0; finite and main of what is ahead.
 */
const MOVE_ATOMS =
  's0w s0t s0p s0k s0m s1w s1t s1p s1k s2t s2p s2k b0w b0t b0p b0k b0m b1w b1t b1p b1m b2t b2p b2m b3p s0Lw s0Ld s0Rd s0Ld2 s0Rd2 s1Ld s1Rd s1Rd2 s0LS s0RS s1LS s1RS b0LS dist dist1 span span1 count count1 finite main'.split(
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
span span1 span+s0p+b0p span1+s1p+s0p span+s0k+b0p span1+s1p+s0p+b0p
`

/**
 * Atoms for the label of an arc: h is the head, d the dependent, whose own children are all found. w t p as above;
 * d's outermost children L and R with form, class and label; h's labels so far. prev and next are d's neighbours, hprev
 * and hnext those of h; under is the word on the stack below both.
 */
const LABEL_ATOMS =
  'hw ht hp dw dt dp dLw dLp dLd dLd2 dRw dRp dRd dRd2 right dist hLS hRS hLn hRn dLS dRS hLd hRd prevp nextp nextt hnextp hprevp underp underw count b0m dm'.split(
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
`

/** Templates in a form that is quick to walk: for each its number of atoms, then the atoms' places. */
export interface Templates {
  readonly count: number
  readonly atomCount: number
  readonly program: Uint8Array
}

function compile(text: string, atoms: readonly string[]): Templates {
  const templates = text.trim().split(/\s+/u)
  const program: number[] = []
  for (const template of templates) {
    const places = template.split('+').map((name) => atoms.indexOf(name))
    if (places.includes(-1)) throw new Error(`unknown atom in ${template}`)
    program.push(places.length, ...places)
  }
  return { count: templates.length, atomCount: atoms.length, program: Uint8Array.from(program) }
}

export const moveTemplates = compile(MOVE_TEMPLATES, MOVE_ATOMS)
export const labelTemplates = compile(LABEL_TEMPLATES, LABEL_ATOMS)

/** Tells models trained with other templates apart. */
export const templatesHash = (): number => {
  let hash = 0
  for (const text of [MOVE_TEMPLATES, LABEL_TEMPLATES, MOVE_ATOMS.join(' '), LABEL_ATOMS.join(' ')]) {
    for (let i = 0; i < text.length; i++) hash = combine(hash, text.charCodeAt(i))
  }
  return finish(hash) >>> 0
}

/** Writes the hash of every template over these atoms to `out`. */
export function hashTemplates({ count, program }: Templates, atoms: Int32Array, out: Int32Array): void {
  let at = 0
  for (let t = 0; t < count; t++) {
    const end = at + program[at]!
    let h = Math.imul(t + 1, 0x85ebca6b)
    while (at < end) {
      h = Math.imul(h ^ atoms[program[++at]!]!, 0x9e3779b1)
      h ^= h >>> 15
    }
    at++
    h = Math.imul(h, 0xc2b2ae35)
    out[t] = h ^ (h >>> 13)
  }
}
