import { type OptionDefinition, type Profile, profiles, type RuleMeta, type Severity } from '@klarsprak/engine'
import { fewestFindings, highestLevel, type Judged, precisionOf } from './judged.ts'

/** How often a rule was right on marked texts. */
export interface Measured {
  /** On the documents that were held out while the rule was made. */
  heldOut: Counts
  all: Counts
}

interface Counts {
  right: number
  wrong: number
  missed: number
}

const begin = '<!-- genererat -->'
const end = '<!-- /genererat -->'
const severities: Record<Severity, string> = { error: 'fel', warning: 'varning', suggestion: 'förslag' }

/**
 * Writes the generated parts of a page again: the facts under the title and what stands under
 * *Inställningar*, *Källa* and *Så säker är regeln*.
 *
 * @throws Error where the page lacks a place for one of them
 */
export function fillPage(page: string, meta: RuleMeta, measured?: Measured, judged?: Judged): string {
  const parts: [heading: RegExp, content: string][] = [
    [/^# .*$/m, facts(meta)],
    [/^## Inställningar$/m, settings(meta)],
    [/^## Källa$/m, sources(meta)],
    [/^## Så säker är regeln$/m, accuracy(measured, judged)],
  ]
  for (const [heading, content] of parts) {
    const found = heading.exec(page)
    if (!found) throw new Error(`rules/${meta.id}/README.md saknar rubriken ${heading.source}`)
    const after = found.index + found[0].length
    const next = page.indexOf('\n## ', after)
    const section = page.slice(after, next < 0 ? page.length : next)
    const from = section.indexOf(begin)
    const to = section.indexOf(end)
    const block = `${begin}\n${content}\n${end}`
    const filled =
      from < 0 || to < 0 ? `\n\n${block}\n${section}` : section.slice(0, from) + block + section.slice(to + end.length)
    page = page.slice(0, after) + filled + (next < 0 ? '' : page.slice(next))
  }
  return page
}

function facts(meta: RuleMeta): string {
  const points = meta.checklist.length === 0 ? '' : ` · punkt ${meta.checklist.join(' och ')} i checklistan`
  return `\`${meta.id}\` · ${severities[meta.severity]}${points}`
}

function settings(meta: RuleMeta): string {
  const lines = [`${activity(meta)}`]
  const names = Object.keys(meta.options)
  if (names.length === 0) return `${lines[0]} Regeln har inga egna inställningar.`
  lines.push('', '| inställning | standard | vad den gör |', '| --- | --- | --- |')
  for (const name of names) {
    const option = meta.options[name]!
    lines.push(`| \`${name}\` | ${shown(option.default)} | ${option.description}${limits(option)} |`)
  }
  const changed = profiles.filter((profile) => meta.profiles?.[profile]?.options)
  if (changed.length > 0) {
    lines.push('', '| texttyp | egna värden |', '| --- | --- |')
    for (const profile of changed) {
      const values = Object.entries(meta.profiles![profile]!.options!)
      lines.push(`| ${profile} | ${values.map(([name, value]) => `\`${name}\` ${shown(value)}`).join(', ')} |`)
    }
  }
  const first = names[0]!
  lines.push(
    '',
    '```json',
    `{ "rules": { "${meta.id}": ["${meta.severity}", { "${first}": ${JSON.stringify(meta.options[first]!.default)} }] } }`,
    '```',
  )
  return lines.join('\n')
}

/** Where the rule is on, in words. */
function activity(meta: RuleMeta): string {
  const isOn = (profile: Profile) => {
    const severity = meta.profiles?.[profile]?.severity
    return severity === undefined ? meta.enabled : severity !== 'off'
  }
  const on = profiles.filter(isOn)
  const off = profiles.filter((profile) => !isOn(profile))
  const levels = profiles
    .filter((profile) => {
      const severity = meta.profiles?.[profile]?.severity
      return severity !== undefined && severity !== 'off' && severity !== meta.severity
    })
    .map((profile) => `${severities[meta.profiles![profile]!.severity as Severity]} i ${profile}`)
  const where =
    off.length === 0
      ? 'Regeln är på i alla texttyper'
      : on.length === 0
        ? 'Regeln är av tills du slår på den'
        : off.length < on.length
          ? `Regeln är på i alla texttyper utom ${series(off)}`
          : `Regeln är på i ${series(on)}`
  return `${where}${levels.length > 0 ? `, med nivån ${series(levels)}` : ''}.`
}

function series(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`
}

function shown(value: unknown): string {
  if (value === true) return 'ja'
  if (value === false) return 'nej'
  if (Array.isArray(value)) return value.length === 0 ? 'tom lista' : value.join(', ')
  return value === '' ? 'tomt' : String(value)
}

function limits(option: OptionDefinition): string {
  if (option.type === 'string' && option.enum) return ` Välj mellan ${series(option.enum)}.`
  if (option.type !== 'integer' && option.type !== 'number') return ''
  const { minimum, maximum } = option
  if (minimum !== undefined && maximum !== undefined) return ` Från ${minimum} till ${maximum}.`
  if (minimum !== undefined) return ` Minst ${minimum}.`
  return maximum === undefined ? '' : ` Högst ${maximum}.`
}

function sources(meta: RuleMeta): string {
  if (meta.sources.length === 0) return 'Regeln hör till verktyget och bygger inte på någon utgiven källa.'
  return meta.sources
    .map(({ work, section, url }) => {
      const name = section ? `${work}, ${section}` : work
      return url ? `- [${name}](${url})` : `- ${name}`
    })
    .join('\n')
}

function accuracy(measured: Measured | undefined, judged: Judged | undefined): string {
  return `${onRealTexts(judged)}\n\n${onHeldOut(measured)}`.replaceAll(' %', '\u00a0%')
}

/** What readers of real texts said. */
function onRealTexts(judged: Judged | undefined): string {
  if (judged === undefined || judged.right + judged.idle + judged.wrong === 0)
    return 'På riktiga texter: för få träffar. Därför är regeln högst ett förslag.'
  const { count, share, low, high } = precisionOf(judged)
  const lines = [
    `På riktiga texter från kommuner och myndigheter: en läsare har bedömt ${count} träffar. ${judged.right} var rätta och till nytta (${percent(share)}, 95 % säkert: ${Math.round(low * 100)}–${percent(high)}).`,
  ]
  if (judged.idle > 0) lines.push(`${judged.idle} var rimliga men till liten nytta.`)
  const highest = highestLevel(judged)
  if (count < fewestFindings) lines.push('Det är för få träffar, så regeln är högst ett förslag.')
  else if (highest === 'off') lines.push('Siffran är för låg, så regeln ska bli säkrare.')
  return lines.join(' ')
}

function onHeldOut(measured: Measured | undefined): string {
  if (measured === undefined || measured.heldOut.right + measured.heldOut.wrong + measured.heldOut.missed === 0)
    return 'På undanhållna texter: inga träffar att mäta på än.'
  const { right, wrong, missed } = measured.heldOut
  const found = right + wrong
  const lines = [`På undanhållna texter: ${right} rätta träffar av ${found}, och ${missed} missade.`]
  if (found > 0) lines.push(`Precisionen är ${percent(right / found)} (95 % säkert: ${interval(right, found)}).`)
  if (right + missed > 0)
    lines.push(`Täckningen är ${percent(right / (right + missed))} (95 % säkert: ${interval(right, right + missed)}).`)
  return lines.join(' ')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function interval(hits: number, total: number): string {
  const { low, high } = precisionOf({ right: hits, idle: 0, wrong: total - hits })
  return `${Math.round(low * 100)}–${percent(high)}`
}
