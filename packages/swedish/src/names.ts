import { loadLexicon } from './model/load.ts'

/** Section of the lexicon file with the names of `lexicon/names.tsv`. */
export const nameSection = 'names'

/** What a name is the name of. A word can be several: `Lund` is a town and a surname. */
export type NameType =
  | 'municipality'
  | 'county'
  | 'region'
  | 'agency'
  | 'organisation'
  | 'country'
  | 'place'
  | 'first-name'
  | 'surname'

interface Name {
  readonly types: NameType[]
  full: string | undefined
}

let names: ReadonlyMap<string, Name> | undefined

function knownNames(): ReadonlyMap<string, Name> {
  names ??= readNames(new TextDecoder().decode(loadLexicon().section(nameSection)))
  return names
}

/**
 * Compiles `lexicon/names.tsv`: a type a line, then its names, a name's full form after `=`. Fields parted by tabs.
 *
 * @throws {Error} where the table has other columns
 */
export function compileNames(text: string): string {
  const [header, ...rows] = text.trimEnd().split('\n')
  if (header !== 'name\ttype\tfull') throw new Error('names.tsv: the columns must be name, type, full')
  const byType = new Map<string, string[]>()
  for (const row of rows) {
    const [name, type, full] = row.split('\t') as [string, string, string]
    const list = byType.get(type) ?? []
    byType.set(type, list)
    list.push(full === '_' ? name : `${name}=${full}`)
  }
  return [...byType].map(([type, list]) => `${type}\t${list.join('\t')}\n`).join('')
}

function readNames(data: string): Map<string, Name> {
  const map = new Map<string, Name>()
  const lines = data.split('\n')
  // Names that are of one type and have no full form share what is said of them.
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] === '') continue
    const entries = lines[at]!.split('\t')
    const type = entries[0] as NameType
    const plain: Name = { types: [type], full: undefined }
    for (let index = 1; index < entries.length; index++) {
      const entry = entries[index]!
      const equals = entry.indexOf('=')
      const name = equals < 0 ? entry : entry.slice(0, equals)
      const known = map.get(name)
      if (known === undefined && equals < 0) map.set(name, plain)
      else
        map.set(name, {
          types: [...(known?.types ?? []), type],
          full: equals < 0 ? known?.full : entry.slice(equals + 1),
        })
    }
  }
  return map
}

/**
 * What a name is the name of; empty where it is in no table.
 *
 * @param name as it is spelt, one word or several (`Upplands Väsby`); a genitive -s is looked through
 */
export function nameTypes(name: string): readonly NameType[] {
  return findName(name)?.types ?? []
}

/** The full name behind the short name of an agency or organisation: `IVO`; undefined where there is none. */
export function fullName(name: string): string | undefined {
  return findName(name)?.full
}

function findName(name: string): Name | undefined {
  const known = knownNames()
  return known.get(name) ?? (name.length > 3 && name.endsWith('s') ? known.get(name.replace(/:?s$/, '')) : undefined)
}
