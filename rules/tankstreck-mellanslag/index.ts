import { type BlockContext, defineRule, type TextBlock } from '@klarsprak/engine'
import { analyseNounForm, splitCompound, type Word } from 'retext-swedish'
import { advise, write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { after, before, isTechnical, wordAt } from '../src/places.ts'
import { monthOrDay, numeral } from '../src/ranges.ts'
import { skrivregler } from '../src/sources.ts'
import { euStyle, sprakkonsulterna } from '../src/style-guides.ts'
import { Trait, traitsOf } from '../src/traits.ts'
import { isFiniteVerb } from '../src/verbs.ts'

const spaced = /(?<=[\p{L}\d)\]”"»%.!?,:])[ \u00a0](-{1,3})[ \u00a0](?=[\p{L}\d(”"»])/gu
const long = /(?<=[\p{L}\d)\]”"»%.!?,])([ \u00a0]?)—([ \u00a0]?)(?=[\p{L}\d(”"»])/gu
const lopsided = /(?<=\p{L})(?: –(?=\p{L})|– (?=\p{L}))/gu
const day = new RegExp(`(?:^|[^\\p{L}])${monthOrDay}$`, 'iu')
const dayAfter = new RegExp(`^${monthOrDay}(?!\\p{L})`, 'iu')
const numeralEnd = new RegExp(`(?<![\\p{L}-])${numeral}$`, 'iu')
const numeralStart = new RegExp(`^${numeral}(?!\\p{L})`, 'iu')
const said =
  /,[ \u00a0](?:säger|sa|sade|berättar|menar|förklarar|tycker|fortsätter|svarar|konstaterar|betonar|tillägger|hälsar)[ \u00a0]\p{L}/u

export const rule = defineRule({
  meta: {
    id: 'tankstreck-mellanslag',
    title: 'Bindestreck som paus',
    description: 'Hittar bindestreck och långa streck där det ska stå ett tankstreck med mellanslag.',
    why: 'Ett bindestreck binder ihop ord, och ett tankstreck skiljer dem åt.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'warning',
    enabled: true,
    sources: [euStyle('10.4.10'), skrivregler('13.8'), sprakkonsulterna('7/2008, om streck')],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'caption'],
    readsQuotes: true,
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, context) {
      const { text } = block
      checkLine(context)
      if (block.quoted || !(traitsOf(text) & Trait.spacedDash)) return
      // Many of them are items of a list whose line breaks were lost.
      const pauses = allMatches(text, spaced)
      if (pauses.length <= 4) for (const match of pauses) checkSpaced(match, context)
      if (!(traitsOf(text) & Trait.dash)) return
      for (const { 0: dash, index: start } of allMatches(text, long)) {
        const end = start + dash.length
        if (/\d$/.test(before(text, start, 1)) && /^\d/.test(after(text, end, 1))) continue
        if (block.inQuote(start, end) || isTechnical(block, start, end)) continue
        const sign = text.indexOf('—', start)
        context.report({
          at: { start: sign, end: sign + 1 },
          message: 'Skriv ett kortare tankstreck, med mellanslag på båda sidor.',
          suggestions: [write(start, end, ' – ', 'safe', around(text, start, end))],
        })
      }
      for (const { 0: dash, index: start } of allMatches(text, lopsided)) {
        const end = start + dash.length
        if (/^(?:och|eller|samt|respektive)(?!\p{L})/u.test(after(text, end)) || block.inQuote(start, end)) continue
        if (isTechnical(block, start, end)) continue
        const sign = text.indexOf('–', start)
        context.report({
          at: { start: sign, end: sign + 1 },
          message: 'Ett tankstreck har mellanslag på båda sidor eller på ingen.',
          suggestions: [write(start, end, ' – ', 'suggestion', around(text, start, end))],
        })
      }
    },
  },
})

function checkSpaced(match: RegExpExecArray, { block, report }: BlockContext): void {
  const { text } = block
  const start = match.index
  const end = start + match[0].length
  const earlier = before(text, start)
  const later = after(text, end)
  // Two numbers or two days: a range, or a sum.
  if (/\d$/.test(earlier) && /^\d/.test(later)) return
  if (day.test(earlier) && dayAfter.test(later)) return
  if (numeralEnd.test(earlier) && numeralStart.test(later)) return
  if (/(?:^|[ \u00a0])\p{L}$/u.test(earlier) && /^\p{L}(?!\p{L})/u.test(later)) return
  // ”… har avslutat mötet. - Nästa punkt …”: the mark of a paragraph, not a pause.
  if (/\p{Ll}{4}[.!?]$/u.test(earlier) && /^\p{Lu}/u.test(later)) return
  if (block.inQuote(start, end) || isTechnical(block, start, end)) return
  const sign = { start: start + 1, end: start + 1 + match[1]!.length }
  const dash = write(sign.start, sign.end, '–', 'suggestion', around(text, start, end))
  if (/^(?:och|eller|samt)(?!\p{L})/u.test(later) && /\p{Ll}$/u.test(earlier)) {
    const word = /[\p{L}-]+$/u.exec(earlier)?.[0] ?? ''
    const link = /^\p{L}+/u.exec(later)![0]
    // Written so elsewhere in the text, it is the first part of a compound here too.
    const isPart =
      word !== '' && (text.toLowerCase().includes(`${word.toLowerCase()}- ${link}`) || isFirstPart(block, start, end))
    const isPause = !isPart && isAside(block, start, end)
    report({
      at: sign,
      severity: 'suggestion',
      message: 'Bindestrecket har mellanslag på båda sidor.',
      suggestions: isPart
        ? [write(start, end, '- ', 'suggestion', `${word}- ${link}`)]
        : isPause
          ? [dash]
          : [advise(`Skriv ”${word}- ${link} …” om det är ett förled, annars tankstreck`)],
    })
    return
  }
  const way = places(earlier, later)
  if (way !== undefined) {
    report({
      at: sign,
      message: 'Skriv tankstreck utan mellanslag mellan namnen på två platser.',
      suggestions: [write(start, end, '–', 'suggestion', way)],
    })
    return
  }
  const part = firstPart.exec(earlier)?.[0]
  const isJoined = part !== undefined && joinedAfter(part, later)
  if (isJoined || (part !== undefined && isInitialism(block, start, end))) {
    const rest = /^\p{L}+/u.exec(later)![0]
    report({
      at: sign,
      severity: 'suggestion',
      message: 'Bindestrecket har mellanslag på båda sidor.',
      suggestions: [
        isJoined
          ? write(start, end, '-', 'suggestion', `${part}-${rest}`)
          : advise(`Skriv ”${part}-${rest}” om det är ett ord, annars tankstreck`),
      ],
    })
    return
  }
  if (beginsSentence(block, start, end)) {
    const next = text.charAt(end)
    report({
      at: sign,
      message: 'Bindestrecket står mellan två meningar.',
      suggestions: [
        write(start, end, '. ', 'suggestion', around(text, start, end).replace(' – ', '. ')),
        write(
          start,
          end + 1,
          ` – ${next.toLowerCase()}`,
          'suggestion',
          around(text, start, end).replace(` – ${next}`, ` – ${next.toLowerCase()}`),
        ),
      ],
    })
    return
  }
  if (partsClause(block, start, end)) {
    report({
      at: sign,
      message: 'Strecket står mellan bisatsen och huvudsatsen.',
      suggestions: [
        write(start, end, ', ', 'suggestion', around(text, start, end).replace(' – ', ', ')),
        advise('Stryk strecket om meningen är lätt att läsa utan tecken'),
      ],
    })
    return
  }
  if (partsSubject(block, end)) {
    report({
      at: sign,
      message: 'Strecket står mitt i satsen, före verbet.',
      suggestions: [write(start, end, ' ', 'suggestion', around(text, start, end).replace(' – ', ' ')), dash],
    })
    return
  }
  report({
    at: sign,
    message: `Skriv tankstreck i stället för bindestreck mellan ${/\d/.test(earlier.slice(-12)) && /^(?:den[ \u00a0])?\d/.test(later) ? 'datumen' : 'orden'}.`,
    suggestions: [{ ...dash, safety: 'safe' }],
  })
}

/** Words within which a sentence comes to its verb. */
const mostToVerb = 4

/** True before a capital that is no name's, with a sentence on both sides: `Vi har stängt - Ring i stället.` */
function beginsSentence(block: TextBlock, start: number, end: number): boolean {
  if (block.kind === 'heading' || !/^\p{Lu}\p{Ll}/u.test(after(block.text, end, 2))) return false
  if (block.marks.some((mark) => mark.start < end && mark.end > start)) return false
  const next = wordAt(block, end)
  if (next === undefined || next.upos === 'PROPN') return false
  let word: Word | undefined = next
  for (let steps = 0; word !== undefined && !isFiniteVerb(word); word = word.next)
    if (++steps > mostToVerb) return false
  if (word === undefined) return false
  for (let earlier = next.previous?.previous; earlier !== undefined; earlier = earlier.previous) {
    if (/^[.!?:]$/.test(earlier.form)) return false
    if (isFiniteVerb(earlier)) return true
  }
  return false
}

/** `112 - ska du ringa`: the stroke parts what opens the sentence from its verb, and no other stroke closes an insertion. */
function partsSubject({ text, sentences }: TextBlock, end: number): boolean {
  const sentence = sentences.find((one) => one.start < end && end < one.end)
  const verb = sentence?.words.find(({ start }) => start === end)
  if (sentence === undefined || verb === undefined || !isFiniteVerb(verb) || verb.morph.Mood === 'Imp') return false
  const earlier = sentence.words.filter((word) => word.start < end)
  if (earlier.length - 1 > mostToVerb || earlier.some((word) => isFiniteVerb(word) || /^[:,–(]$/.test(word.form)))
    return false
  if (!/^(?:du|ni|vi|man|jag)$/.test(verb.next?.lower ?? '')) return false
  return !/ [-–] /.test(text.slice(end, sentence.end))
}

/** A clause that opens the sentence, and the main clause after the stroke: `Om du har eldat - släck med vatten.` */
function partsClause({ text, sentences, kind }: TextBlock, start: number, end: number): boolean {
  if (kind === 'heading') return false
  const sentence = sentences.find((one) => one.start < end && end < one.end)
  const [first] = sentence?.words ?? []
  if (sentence === undefined || first === undefined || !opener.test(first.lower)) return false
  // Two strokes close an insertion, and a comma may have ended the clause.
  if (/[ \u00a0][-–][ \u00a0]|[,:;(]/.test(text.slice(sentence.start, start))) return false
  if (/[ \u00a0][-–][ \u00a0]/.test(text.slice(end, sentence.end))) return false
  const words = sentence.words.filter((word) => word.end <= start)
  const next = sentence.words.find((word) => word.start === end)
  if (next === undefined || words.filter((word) => isFiniteVerb(word)).length !== 1) return false
  if (/^(?:då|så)$/.test(next.lower)) return isFiniteVerb(next.next)
  if (next.morph.Mood === 'Imp') return true
  return isFiniteVerb(next) && /^(?:PRON|NOUN|PROPN|DET)$/.test(next.next?.upos ?? '')
}

/** A letter, a number or an initialism, which a compound may begin with. */
const firstPart = /(?<![\p{L}\d.:,-])(?:[eEA]|\d{1,4}|\p{Lu}{2,5})$/u

/** `e - post`, `20 - årsjubileum`: what can be nothing but a compound. */
function joinedAfter(part: string, later: string): boolean {
  if (/^\d/.test(part))
    return /^(?:års|årig|åring|tals?(?:et|ets)?(?!\p{L})|procentig|dagars|månaders|timmars|kronors|meters)/u.test(later)
  if (/^e$/i.test(part)) return /^(?:post|tjänst|legitimation|faktur|bok|böcker|handel)/u.test(later)
  return part === 'A' && /^kass/u.test(later)
}

/** `vår LSS - handläggare`: an initialism inside a sentence with a noun after it, and no other stroke. */
function isInitialism(block: TextBlock, start: number, end: number): boolean {
  const before = lastWord(block, start)
  const next = wordAt(block, end)
  if (block.kind === 'heading' || before === undefined || next === undefined || !/^\p{Lu}{2,5}$/u.test(before.form))
    return false
  if (next.upos !== 'NOUN' || !/^\p{Ll}/u.test(next.form) || next.form.endsWith('-')) return false
  return (
    /^(?:DET|PRON|ADP|ADJ|NOUN|PROPN|VERB)$/.test(before.previous?.upos ?? '') &&
    !/[ \u00a0][-–][ \u00a0]/.test(block.text.slice(end)) &&
    !/[ \u00a0][-–][ \u00a0]/.test(block.text.slice(0, start))
  )
}

const opener = /^(?:om|när|innan|eftersom|medan|sedan|ifall)$/

/**
 * `Budget - och skuldrådgivningen`: a bare noun before the stroke, and after it a compound that is definite or names an
 * activity. `Ta med lunch - och badkläder` is a pause.
 */
function isFirstPart(block: TextBlock, start: number, end: number): boolean {
  const before = lastWord(block, start)
  const link = wordAt(block, end)
  const next = link?.next
  if (before === undefined || next === undefined || link?.lower === 'eller') return false
  if (next.upos !== 'NOUN' || next.form.length < longCompound || splitCompound(next.lower) === undefined) return false
  // `Skol - och förskoleplatser`: no word by itself.
  if (stem.test(before.lower)) return true
  if (next.morph.Definite !== 'Def' && !activity.test(next.lower)) return false
  // After its article or in another form it is a word of its own: `beloppet - och …`, `en skola - och …`.
  const readings = analyseNounForm(before.lower)
  return (
    readings.some(
      ({ number, definite, case: grammatical }) => number === 'Sing' && definite === 'Ind' && grammatical === 'Nom',
    ) && !/^(?:DET|ADJ|NUM)$/.test(before.previous?.upos ?? '')
  )
}

/** First parts that are no words by themselves. */
const stem = /^(?:skol|gatu|kyrko|förskole|fritids|bygg|hälso|utbildnings|arbetsmarknads)$/
const activity =
  /(?:nämnd|förvaltning|rådgivning|rådgivare|verksamhet|avdelning|avgift(?:er)?|tjänst(?:er)?|vård|frågor|lag)$/

/** What is no first part: a verb, a pronoun or a definite noun before the stroke, or no noun after `och`. */
function isAside(block: TextBlock, start: number, end: number): boolean {
  const before = lastWord(block, start)
  const next = wordAt(block, end)?.next
  if (before === undefined || next === undefined) return false
  if (/^(?:VERB|AUX|ADV|PRON)$/.test(before.upos) || /^(?:PRON|ADV|VERB|AUX|SCONJ)$/.test(next.upos)) return true
  return before.upos === 'NOUN' && before.morph.Definite === 'Def'
}

function lastWord({ sentences }: TextBlock, start: number): Word | undefined {
  return sentences.find((one) => one.start < start && start < one.end)?.words.find((word) => word.end === start)
}

/**
 * A stretch, a way or a crossing of two streets, as Myndigheternas skrivregler write it: `Storgatan–Ågatan`. The name
 * after the stroke may be of two words: `Ågatan–Gamla Kyrkogatan`.
 */
function places(earlier: string, later: string): string | undefined {
  const from = streetBefore.exec(earlier)?.[0]
  const to = streetAfter.exec(later)?.[0]
  return from === undefined || to === undefined ? undefined : `${from}–${to}`
}

const street = '(?:gatan|vägen|leden|gränd|torget|stigen|allén|backen|bron|esplanaden)'
const streetBefore = new RegExp(`(?<![\\p{L}-])\\p{Lu}\\p{L}*${street}$`, 'u')
const streetAfter = new RegExp(`^(?:\\p{Lu}\\p{L}* )?\\p{Lu}\\p{L}*${street}(?![\\p{L}-])`, 'u')

/** Letters of the shortest compound that is sure to be one. */
const longCompound = 9

/** The words beside a place, with a dash between them. */
function around(text: string, start: number, end: number): string {
  const one = /[^ \u00a0\n(]+$/u.exec(before(text, start, 24))?.[0] ?? ''
  const two = /^[^ \u00a0\n)]+/u.exec(after(text, end, 24))?.[0].replace(/(?<=\p{L}{4})[.,;:!?]+$/u, '') ?? ''
  return `${one} – ${two}`.replace(/["”]/g, '')
}

/** A line of dialogue that begins with a hyphen, which Markdown makes an item of a list. */
function checkLine({ block, report }: BlockContext): void {
  const { text, kind, orderedList, quoted } = block
  const hyphen = quoted && /^-[ \u00a0]/.test(text)
  if (!hyphen && (kind !== 'listItem' || orderedList || quoted || !said.test(text))) return
  const first = wordAt(block, hyphen ? 1 : 0)
  if (first === undefined) return
  report({
    at: hyphen ? { start: 0, end: 1 } : first,
    severity: 'suggestion',
    message: 'En replik börjar med tankstreck och inte med bindestreck.',
    suggestions: [advise('Byt bindestrecket först på raden mot ett tankstreck och ett mellanslag')],
  })
}
