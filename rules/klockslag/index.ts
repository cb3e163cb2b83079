import { type BlockContext, defineRule, type Report } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { numerals } from '../src/numerals.ts'
import { before, isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { skelleftea, webGuideline66 } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

const short =
  /(?<![\p{L}\d.:/_-])(?<klockan>[Kk]lockan[ \u00a0])?(?<kl>[Kk]l)(?<sign>[.:]?)(?<space>[ \u00a0]?)(?=(?<digits>\d{1,2}(?:[.:]\d\d)?(?!\d)(?![.:,]?\d{3}))|(?<word>ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)(?!\p{L}))/gu
const colon = /(?<![\p{L}\d.,:/_-])(?:[01]?\d|2[0-3])(:)[0-5]\d(?![\p{L}\d/_]|[.:,]\d)/uy
const halves =
  /(?<![\p{L}\d.,:/_-])(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))?[ \u00a0]?(?<half>am|pm|a\.m\.|p\.m\.|AM|PM)(?![\p{L}\d])/uy
/** What says that figures with a colon are a time and no scale, result or property. */
const timeBefore =
  /(?:^|[^\p{L}])(?:kl\.?|klockan|öppnar|stänger|börjar|slutar|startar|öppet|stängt|mellan|senast|före|efter|från|till|och)[ \u00a0](?:(?:cirka|ca)[ \u00a0])?$|\d[.:]\d\d[ \u00a0]?[–-][ \u00a0]?$/iu
const timeAfter = /^[ \u00a0]?[–-][ \u00a0]?\d{1,2}[.:][0-5]\d/
/** Prices in kronor and öre have a colon too. */
const money = /(?<!\p{L})(?:öre|kronor|kr|avrundas)(?!\p{L})/iu
/** A time that the publishing tool writes. */
const stamp = /(?:publicera[dt]|uppdatera[dt]|ändra[dt]|granska[dt])[ \u00a0:][^.]{0,28}$/iu
/** Documents that leave out the points of abbreviations do so throughout. */
const pointless = /(?<!\p{L})(?:t ex|bl a|m m|fr o m|t o m|d v s|s k|o s v)(?!\p{L})/u

export const rule = defineRule({
  meta: {
    id: 'klockslag',
    title: 'Klockslag skrivet fel',
    description: 'Hittar klockslag med kolon, kl utan punkt och engelska klockslag.',
    why: 'Klockslag som skrivs på ett enda sätt är lätta att hitta och jämföra.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [webGuideline66, skrivregler('11.4 och 12.2.1'), { ...skelleftea, section: 'klockslag' }],
    options: {
      avskiljare: {
        type: 'string',
        default: 'punkt',
        enum: ['punkt', 'kolon', 'valfri'],
        description: 'Vilket tecken ni har mellan timmar och minuter.',
      },
    },
    zones: ['heading', 'lead', 'paragraph', 'listItem'],
    fix: 'safe',
    extent: 'phrase',
  },
  block: {
    block(block, context) {
      const { text } = block
      const traits = traitsOf(text)
      if (/\b[Kk]l[ .:\u00a0\d]/.test(text)) for (const match of allMatches(text, short)) checkShort(match, context)
      if (!(traits & Trait.digit)) return
      if (traits & Trait.colon && context.options.avskiljare === 'punkt') checkColons(context)
      if (/\d ?[ap]\.?m/i.test(text)) for (const match of atNumbers(text, halves)) checkHalf(match, context)
    },
  },
})

function checkShort(match: RegExpExecArray, context: BlockContext<{ avskiljare: string }>): void {
  const { block, report } = context
  if (stamp.test(before(block.text, match.index, 40))) return
  const { klockan, kl, sign, space, digits, word } = match.groups as Record<string, string | undefined>
  const start = match.index
  const end = start + match[0].length
  if (isTechnical(block, start, end)) return
  const from = start + (klockan?.length ?? 0)
  const tell = (at: Report['at'], message: string, suggestion: ReturnType<typeof write>) =>
    report({ at, message, suggestions: [suggestion] })
  if (klockan)
    tell(
      { start, end: from + kl!.length + sign!.length },
      'Skriv bara ”klockan” eller bara ”kl.”.',
      write(from, end, '', 'suggestion', klockan.trim()),
    )
  else if (word) {
    if (space === '') return
    const hour = numerals.indexOf(word as 'ett')
    tell(
      { start, end: end + word.length },
      'Skriv ut ”klockan” när talet står med bokstäver.',
      write(start, end, kl === 'Kl' ? 'Klockan ' : 'klockan ', 'suggestion', `klockan ${numerals[hour]}`),
    )
  } else if (context.options.avskiljare === 'punkt' && !/^\.[ \u00a0]$/.test(sign! + space!) && digits!.includes(':')) {
    const time = digits!.replace(':', '.')
    tell(
      { start, end: end + digits!.length },
      `Skriv klockslaget som ”${kl}. ${time}”.`,
      write(from + 2, end + digits!.length, `.\u00a0${time}`, 'suggestion', `${kl}. ${time}`),
    )
  } else if (sign === ':')
    tell(
      { start, end: from + 3 },
      'Skriv punkt och inte kolon efter ”kl”.',
      write(from + 2, end, '.\u00a0', 'safe', `${kl}. ${digits}`),
    )
  else if (sign === '') {
    if (pointless.test(block.text)) return
    tell(
      { start, end: from + 2 },
      'Sätt punkt efter förkortningen ”kl”.',
      write(from + 2, from + 2, space === '' ? '.\u00a0' : '.', 'safe', `${kl}. ${digits}`),
    )
  } else if (space === '' && digits)
    tell(
      { start, end: end + digits.length },
      'Det ska vara mellanslag efter ”kl.”.',
      write(end, end, '\u00a0', 'safe', `${kl}. ${digits}`),
    )
}

function checkColons({ block, report }: BlockContext): void {
  const { text } = block
  if (money.test(text)) return
  for (const match of atNumbers(text, colon)) {
    const start = match.index
    const end = start + match[0].length
    if (!timeBefore.test(before(text, start)) && !timeAfter.test(text.slice(end, end + 10))) continue
    if (isTechnical(block, start, end) || stamp.test(before(text, start, 40))) continue
    // `checkShort` has taken `kl 11:00` as one finding.
    if (
      /(?:^|\P{L})[Kk]l(?:\.|:?[ \u00a0]?)$/u.test(before(text, start, 5)) &&
      !/klockan[ \u00a0][Kk]l\P{L}*$/iu.test(before(text, start, 13))
    )
      continue
    const at = start + match[0].indexOf(':')
    report({
      at: { start, end },
      severity: 'suggestion',
      message: `Skriv hellre punkt än kolon i klockslaget ”${match[0]}”.`,
      suggestions: [write(at, at + 1, '.', 'suggestion', match[0].replace(':', '.'))],
    })
  }
}

function checkHalf(match: RegExpExecArray, { block, report }: BlockContext): void {
  const { hour, minute, half } = match.groups as Record<string, string>
  const start = match.index
  const end = start + match[0].length
  const value = Number(hour)
  if (value < 1 || value > 12 || isTechnical(block, start, end)) return
  const full = /^p/i.test(half!) ? (value % 12) + 12 : value % 12
  const time = minute === undefined ? String(full) : `${full}.${minute}`
  const isNamed = /(?:kl\.?|klockan)[ \u00a0]$/i.test(before(block.text, start))
  report({
    at: { start, end },
    message: `Skriv klockslaget ”${match[0]}” med timmar från 0 till 24.`,
    suggestions: [write(start, end, isNamed ? time : `klockan\u00a0${time}`)],
  })
}
