import { type BlockContext, defineRule } from '@klarsprak/engine'
import { write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { before, isTechnical } from '../src/places.ts'
import { skrivregler } from '../src/sources.ts'
import { euStyle } from '../src/style-guides.ts'
import { atNumbers, Trait, traitsOf } from '../src/traits.ts'

/** Units as they are written, without those of one letter that are also parts of names. */
const units =
  'km/h|km²|m²|m³|km2|m2|m3|km|hm|dm|cm|mm|kg|hg|mg|cl|dl|ml|kWh|MWh|GWh|TWh|kW|MW|GW|kbit/s|Mbit/s|Gbit/s|MB|GB|TB|dB|kvm|ha'
const raised: Record<string, string> = { m2: 'm²', m3: 'm³', km2: 'km²' }
const wrongCase: Record<string, string> = {
  Kg: 'kg',
  KG: 'kg',
  Km: 'km',
  KM: 'km',
  Cm: 'cm',
  CM: 'cm',
  Mm: 'mm',
  MM: 'mm',
  kwh: 'kWh',
  Kwh: 'kWh',
  KWh: 'kWh',
  KWH: 'kWh',
  Mwh: 'MWh',
  mwh: 'MWh',
  gwh: 'GWh',
  Gwh: 'GWh',
  Mw: 'MW',
  kw: 'kW',
  Kw: 'kW',
  KW: 'kW',
  gb: 'GB',
  Gb: 'GB',
  db: 'dB',
  DB: 'dB',
  Kvm: 'kvm',
  KVM: 'kvm',
  Ha: 'ha',
  HA: 'ha',
}
const own = '(?<![\\p{L}\\d.,:/_#@+=-])'
const number = '\\d+(?:[ \\u00a0\\u202f]\\d{3}){0,4}(?:[.,]\\d+)?'
const forms = new RegExp(
  `${own}(?<amount>${number})(?:(?<glued>${units}|m|°C|[gl](?=[ \\u00a0](?:per|vatten|mjölk|mat|socker|salt|smör|mjöl|kött|fett|olja|bensin|diesel|färg|avfall)(?!\\p{L})))(?![\\p{L}\\d/²³])|[ \\u00a0]?(?:(?<wrong>${Object.keys(wrongCase).join('|')})(?![\\p{L}\\d/:-])|(?<degree>°[ \\u00a0]?C)(?![\\p{L}\\d]))|[ \\u00a0](?<dotted>km|dm|cm|mm|kg|hg|mg|cl|dl|ml|kWh|MWh|kW|MW|m²|m³)\\.(?=[ \\u00a0]\\p{Ll}))`,
  'yu',
)
const flat = /(?<![\p{L}\d_])k?m[23](?![\p{L}\d])/gu

const plainFigure = /m[23]/

export const rule = defineRule({
  meta: {
    id: 'mattenhet',
    title: 'Måttenhet skriven fel',
    description: 'Hittar måttenheter som sitter ihop med talet, har punkt eller fel stora bokstäver.',
    why: 'Enheten läses som ett eget ord och ska skrivas som alla känner igen den.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [skrivregler('kapitel 11–12'), euStyle('6.4'), { work: 'Studentlitteratur: Skrivhjälp' }],
    options: {},
    zones: ['heading', 'lead', 'paragraph', 'listItem', 'tableCell', 'caption'],
    fix: 'safe',
    extent: 'word',
  },
  block: {
    block(block, context) {
      const { text } = block
      if (!(traitsOf(text) & Trait.digit)) return
      let reported = -1
      for (const match of atNumbers(text, forms))
        if (checkUnit(match, context)) reported = match.index + match[0].length
      if (plainFigure.test(text)) checkFlat(context, reported)
    },
  },
})

/** Units with a plain figure for a raised one. */
function checkFlat({ block, report }: BlockContext, reported: number): void {
  const { text } = block
  for (const { 0: unit, index: start } of allMatches(text, flat)) {
    const end = start + unit.length
    if (end <= reported && start < reported) continue
    if (
      !/(?:\d|\d[ \u00a0]|\/|per[ \u00a0]|antal[ \u00a0]|varje[ \u00a0]|av[ \u00a0]|^|\()$/.test(before(text, start, 8))
    )
      continue
    if (/\d[\p{L}]*$/u.test(before(text, start, 4)) || isTechnical(block, start, end)) continue
    report({
      at: { start, end },
      message: `Skriv ”${raised[unit]}” i stället för ”${unit}”.`,
      suggestions: [write(start, end, raised[unit]!)],
    })
  }
}

function checkUnit(match: RegExpExecArray, { block, report }: BlockContext): boolean {
  const { amount, glued, wrong, degree, dotted } = match.groups as Record<string, string | undefined>
  const start = match.index
  const end = start + match[0].length
  if (amount === undefined || isTechnical(block, start, end)) return false
  // Storgatan 3m is an address.
  if (/^[mgl]$/.test(glued ?? '') && /\p{Lu}[\p{L}-]*[ \u00a0]$/u.test(before(block.text, start))) return false
  // A generation of the mobile net.
  if (glued === 'g' && /^[2-6]$/.test(amount)) return false
  const at = { start, end }
  const figure = amount.trimEnd()
  const unit = glued ?? wrong ?? degree ?? dotted!
  const right = raised[unit] ?? wrongCase[unit] ?? (degree ? '°C' : unit)
  const written = `${figure}\u00a0${right}`
  if (dotted) {
    const point = end
    report({
      at: { start, end: point },
      message: `Enheten ”${unit}” har ingen punkt.`,
      suggestions: [write(end - 1, end, '', 'safe', written)],
    })
    return true
  }
  const isApart = match[0].length > amount.trimEnd().length + unit.length
  // `22 °C` with an ordinary space is right.
  if (degree === '°C' && isApart) return false
  const from = start + figure.length
  report({
    at,
    message:
      glued && right === unit
        ? `Det ska vara mellanslag i ”${figure}${unit}”.`
        : degree
          ? 'Gradtecknet och C hör ihop, med mellanslag före.'
          : `Skriv ”${right}” i stället för ”${unit}”.`,
    suggestions: [
      glued && right === unit
        ? write(from, from, '\u00a0', 'safe', written)
        : write(from, end, `\u00a0${right}`, 'safe', written),
    ],
  })
  return true
}
