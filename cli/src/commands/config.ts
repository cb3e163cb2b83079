import { existsSync } from 'node:fs'
import { formatOf } from '@klarsprak/documents'
import type { Level, OptionValue } from '@klarsprak/engine'
import { severityNames } from '@klarsprak/report'
import { openLinter, settingsRequest } from '../linter.ts'
import { readTextFile } from '../read.ts'
import { print } from '../terminal.ts'

/** Prints the settings in force for a file, and where each comes from. */
export async function config(path: string, options: { config?: string; format: 'pretty' | 'json' }): Promise<void> {
  const linter = openLinter()
  const exists = existsSync(path)
  const source = exists ? readTextFile(path, undefined).text : ''
  const explained = linter.explain({ ...settingsRequest(options), filename: path, format: formatOf(path), source })
  if (options.format === 'json') return print(`${JSON.stringify({ version: 1, path, ...explained }, null, 2)}\n`)
  const lines = [`Inställningar för ${path}${exists ? '' : ' (filen finns inte)'}`, '']
  lines.push(explained.files.length > 0 ? 'Filer som gäller, närmast först:' : 'Ingen inställningsfil gäller.')
  lines.push(...explained.files.map((file) => `  ${file}`), '')
  lines.push(`texttyp   ${explained.profile.value}   (${explained.profile.origin})`)
  for (const { value, origin } of explained.terms) lines.push(`ordlista  ${value}   (${origin})`)
  const { failOn, block } = explained.publish
  lines.push(`stoppar publicering   från nivån ${levelName(failOn.value)}   (${failOn.origin})`)
  if (block.value.length > 0) lines.push(`stoppar på alla nivåer   ${block.value.join(', ')}   (${block.origin})`)
  lines.push('stoppar aldrig   det som klarsprak lint --fix kan rätta säkert')
  lines.push('')
  const width = Math.max(...Object.keys(explained.rules).map((id) => id.length))
  for (const [id, { level, options: values }] of Object.entries(explained.rules)) {
    lines.push(`${id.padEnd(width)}  ${levelName(level.value).padEnd(8)}  (${level.origin})`)
    for (const [name, { value, origin }] of Object.entries(values))
      if (level.value !== 'off' && origin !== 'regelns grundvärde')
        lines.push(`${' '.repeat(width)}    ${name}: ${valueText(value)}  (${origin})`)
  }
  return print(`${lines.join('\n')}\n`)
}

function levelName(level: Level): string {
  return level === 'off' ? 'av' : severityNames[level]
}

function valueText(value: OptionValue): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  return typeof value === 'object' ? value.join(', ') || '–' : String(value)
}
