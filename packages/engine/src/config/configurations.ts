import { LineIndex } from '../line-index.ts'
import type { RuleChange, RuleLayer } from '../settings.ts'
import { makeGlossary } from '../settings.ts'
import type { Level } from '../severity.ts'
import type { AnyOptions, AnyRule, Glossary, GlossaryEntry, Profile } from '../types.ts'
import { checkShape } from './check.ts'
import type { Config, ConfigOverride, Exception, RuleConfig, Sourced } from './config.ts'
import { ConfigError } from './config-error.ts'
import type { FileSystem } from './file-system.ts'
import { type PathTest, pathTest } from './globs.ts'
import { readGlossary } from './glossary-file.ts'
import { type ParsedConfig, parseConfig } from './parse.ts'
import { folderOf, foldersUpwards, forwardSlashes, pathBelow, resolvePath } from './paths.ts'
import { configShape, type ObjectShape } from './shape.ts'
import { type ConfigNode, child, keyStart, toTree, toValue } from './tree.ts'

/** The names that a settings file may have, in the folder of the linted file or above. */
export const configNames = ['klarsprak.config.json', 'klarsprak.config.yaml', 'klarsprak.config.yml'] as const

/** Changes to rules, and where each was made. */
interface SourcedLayer {
  readonly rules: RuleLayer
  origin(ruleId: string): string
}

/** The settings files that hold for a file, put together. */
export interface FileConfig {
  /** Settings files, what they build on, and glossaries: nearest first. */
  readonly files: readonly string[]
  readonly profile: Sourced<Profile> | undefined
  /** Later layers win. */
  readonly layers: readonly SourcedLayer[]
  readonly glossary: Glossary
  readonly terms: readonly Sourced<string>[]
  readonly publish: { readonly failOn: Sourced<Level>; readonly block: Sourced<readonly string[]> }
  readonly exceptions: readonly Exception[]
}

export interface ConfigurationsOptions {
  readonly rules: readonly AnyRule[]
  /** Ready-made settings by name: `klarsprak:hallefors`. */
  readonly presets: Readonly<Record<string, unknown>>
  readonly fileSystem: FileSystem
}

/** A settings file that has been read, or settings given in its stead. */
interface Source {
  readonly id: number
  /** As named in messages. */
  readonly name: string
  readonly path: string | undefined
  readonly folder: string
  readonly parsed: ParsedConfig
  readonly config: Config
  readonly bases: readonly Source[]
  readonly terms: readonly GlossaryFile[]
  readonly overrides: readonly Override[]
  readonly ignores: PathTest
}

interface GlossaryFile {
  readonly path: string
  readonly origin: string
  readonly entries: readonly GlossaryEntry[]
}

interface Override {
  readonly hits: PathTest
  readonly part: Part
}

/** What a source or one of its overrides says of profile and rules. */
interface Part {
  readonly profile: Sourced<Profile> | undefined
  readonly layer: SourcedLayer | undefined
}

/**
 * Finds, reads and puts together the settings of files. What has been read is kept until `clear`.
 *
 * All methods throw `ConfigError` where settings cannot be used.
 */
export class Configurations {
  readonly #options: ConfigurationsOptions
  readonly #shape: ObjectShape
  readonly #ids = new Map<string, string>()
  #sources = new Map<string, Source | undefined>()
  #chains = new Map<string, readonly Source[]>()
  #merged = new Map<string, FileConfig>()
  #nextId = 0

  constructor(options: ConfigurationsOptions) {
    this.#options = options
    const metas = options.rules.map(({ meta }) => meta)
    this.#shape = configShape(metas, Object.keys(options.presets))
    for (const { id, aliases = [] } of metas) for (const name of [id, ...aliases]) this.#ids.set(name, id)
  }

  /** Forgets what has been read: a settings file or glossary changed. */
  clear(): void {
    this.#sources.clear()
    this.#chains.clear()
    this.#merged.clear()
  }

  /** The id of a rule by its id or an earlier one. */
  ruleId(name: string): string | undefined {
    return this.#ids.get(name)
  }

  /** @param path of a file that need not exist; the working folder's settings where left out */
  forFile(path: string | undefined): FileConfig {
    return this.#merge(this.#chain(folderOf(this.#absolute(path ?? 'text'))), path)
  }

  /** The settings of one named settings file, without those of any folder. */
  forConfigFile(configPath: string, path: string | undefined): FileConfig {
    const found = this.#absolute(configPath)
    const source = this.#readFile(found, [])
    if (!source) throw new ConfigError([{ file: this.#nameOf(found), reason: 'Inställningsfilen finns inte.' }])
    return this.#merge([source], path)
  }

  /** Settings that the caller holds. */
  forConfig(config: Config, path: string | undefined, name = 'inställningarna'): FileConfig {
    const { cwd } = this.#options.fileSystem
    const key = `\u0000${name}\u0000${JSON.stringify(config)}`
    let source = this.#sources.get(key)
    if (!source) {
      source = this.#read({ file: name, tree: toTree(config), lines: new LineIndex('') }, undefined, cwd, [])
      this.#sources.set(key, source)
    }
    return this.#merge([source], path)
  }

  /** Where a pattern of `ignore` takes a file or folder out: the settings file that says so. */
  ignoredBy(path: string): string | undefined {
    const file = this.#absolute(path)
    for (const { source, folder } of this.#chain(folderOf(file)).toReversed().flatMap(withBases)) {
      const below = pathBelow(folder, file)
      if (below !== undefined && source.ignores(below)) return source.name
    }
    return undefined
  }

  /** Rule changes from a command line or a request. */
  readRules(rules: Readonly<Record<string, RuleConfig>>, name: string): RuleLayer {
    const parsed = { file: name, tree: toTree(rules), lines: new LineIndex('') }
    const problems = checkShape(parsed, this.#shape.properties.rules!, false)
    if (problems.length > 0) throw new ConfigError(problems)
    return this.#layer(rules)
  }

  #chain(folder: string): readonly Source[] {
    let chain = this.#chains.get(folder)
    if (!chain) {
      chain = this.#findChain(folder)
      this.#chains.set(folder, chain)
    }
    return chain
  }

  /** Settings files from the outermost that holds to the nearest. */
  #findChain(folder: string): Source[] {
    const chain: Source[] = []
    for (const current of foldersUpwards(folder)) {
      const found = configNames.flatMap((name) => this.#readFile(resolvePath(current, name), []) ?? [])
      if (found.length > 1) {
        const reason = `I samma mapp finns också ${found[1]!.name}. Behåll bara en inställningsfil i varje mapp.`
        throw new ConfigError([{ file: found[0]!.name, reason }])
      }
      const [source] = found
      if (source) chain.unshift(source)
      if (source?.config.root) break
    }
    return chain
  }

  /** @param reading the files whose `extends` led here */
  #readFile(path: string, reading: readonly string[]): Source | undefined {
    if (this.#sources.has(path)) return this.#sources.get(path)
    const text = this.#text(path)
    const name = this.#nameOf(path)
    const source =
      text === undefined ? undefined : this.#read(parseConfig(text, name), path, folderOf(path), [...reading, path])
    this.#sources.set(path, source)
    return source
  }

  #text(path: string): string | undefined {
    try {
      return this.#options.fileSystem.read(path)
    } catch (error) {
      throw new ConfigError([{ file: this.#nameOf(path), reason: unreadable((error as { code?: string }).code) }])
    }
  }

  #nameOf(path: string): string {
    return pathBelow(this.#options.fileSystem.cwd, path) ?? path
  }

  #read(parsed: ParsedConfig, path: string | undefined, folder: string, reading: readonly string[]): Source {
    const problems = checkShape(parsed, this.#shape, path !== undefined)
    if (problems.length > 0) throw new ConfigError(problems)
    const config = toValue(parsed.tree) as Config
    const places = new Places(parsed, path !== undefined)
    return {
      id: this.#nextId++,
      name: parsed.file,
      path,
      folder,
      parsed,
      config,
      bases: listOf(config.extends).map((name) => this.#base(name, folder, reading, places)),
      terms: listOf(config.terms).map((name) => this.#terms(resolvePath(folder, forwardSlashes(name)), places)),
      overrides: (config.overrides ?? []).map((override, index) => this.#override(override, index, places)),
      ignores: pathTest(config.ignore ?? []),
    }
  }

  #base(name: string, folder: string, reading: readonly string[], places: Places): Source {
    const { presets } = this.#options
    if (Object.hasOwn(presets, name)) return this.#preset(name, presets[name], reading, places)
    const path = resolvePath(folder, forwardSlashes(name))
    if (reading.includes(path)) throw places.error('extends', `Filen ”${name}” bygger i sin tur på den här filen.`)
    const source = this.#readFile(path, reading)
    if (!source) throw places.error('extends', `Filen ”${name}” finns inte.`)
    return source
  }

  #preset(name: string, value: unknown, reading: readonly string[], places: Places): Source {
    if (reading.includes(name)) throw places.error('extends', `Uppsättningen ”${name}” bygger på sig själv.`)
    let source = this.#sources.get(name)
    if (!source) {
      const parsed = { file: name, tree: toTree(value), lines: new LineIndex('') }
      source = this.#read(parsed, undefined, this.#options.fileSystem.cwd, [...reading, name])
      this.#sources.set(name, source)
    }
    return source
  }

  #terms(path: string, places: Places): GlossaryFile {
    const text = this.#text(path)
    const name = this.#nameOf(path)
    if (text === undefined) throw places.error('terms', `Ordlistan ”${name}” finns inte.`)
    return { path, origin: places.origin('terms'), entries: readGlossary(text, name) }
  }

  #override(override: ConfigOverride, index: number, places: Places): Override {
    const part = this.#part(override, (...keys) => places.origin('overrides', index, ...keys))
    return { hits: pathTest(listOf(override.files)), part }
  }

  #part({ profile, rules }: Pick<Config, 'profile' | 'rules'>, origin: (...keys: string[]) => string): Part {
    return {
      profile: profile && { value: profile, origin: origin('profile') },
      layer: rules && {
        rules: this.#layer(rules),
        origin: (id) => origin('rules', Object.keys(rules).findLast((name) => this.ruleId(name) === id) ?? id),
      },
    }
  }

  #layer(rules: Readonly<Record<string, RuleConfig>>): RuleLayer {
    const layer = new Map<string, RuleChange>()
    for (const [name, setting] of Object.entries(rules)) {
      layer.set(this.ruleId(name) ?? name, ruleChange(setting))
    }
    return layer
  }

  #absolute(path: string): string {
    const { cwd, toPath } = this.#options.fileSystem
    return resolvePath(cwd, toPath ? toPath(path) : path)
  }

  /** @param path undefined for a text that is no file: overrides then do not hold */
  #merge(chain: readonly Source[], path: string | undefined): FileConfig {
    const file = path === undefined ? undefined : this.#absolute(path)
    const found = chain.flatMap(withBases)
    const sources = found.map(({ source }) => source)
    const overrides = found.map(({ source, folder }) => {
      const below = file === undefined ? undefined : pathBelow(folder, file)
      return below === undefined ? [] : source.overrides.filter(({ hits }) => hits(below))
    })
    const key = sources
      .map((source, index) => `${source.id}:${overrides[index]!.map((override) => source.overrides.indexOf(override))}`)
      .join('|')
    let merged = this.#merged.get(key)
    if (!merged) {
      merged = this.#mergeSources(sources, overrides)
      this.#merged.set(key, merged)
    }
    return merged
  }

  #mergeSources(sources: readonly Source[], overrides: readonly (readonly Override[])[]): FileConfig {
    let profile: Sourced<Profile> | undefined
    let failOn: Sourced<Level> = { value: 'error', origin: 'grundvärde' }
    let block: Sourced<readonly string[]> = { value: [], origin: 'grundvärde' }
    const layers: SourcedLayer[] = []
    const exceptions: Exception[] = []
    const terms: GlossaryFile[] = []
    for (const [index, source] of sources.entries()) {
      const places = new Places(source.parsed, source.path !== undefined)
      const own = this.#part(source.config, (...keys) => places.origin(...keys))
      for (const part of [own, ...overrides[index]!.map((override) => override.part)]) {
        profile = part.profile ?? profile
        if (part.layer) layers.push(part.layer)
      }
      const { publish, exceptions: waived = [] } = source.config
      if (publish?.failOn) failOn = { value: publish.failOn, origin: places.origin('publish', 'failOn') }
      if (publish?.block) {
        const ids = publish.block.map((name) => this.ruleId(name) ?? name)
        block = { value: ids, origin: places.origin('publish', 'block') }
      }
      exceptions.push(...waived.map((one) => ({ ...one, rule: this.ruleId(one.rule) ?? one.rule })))
      terms.unshift(...source.terms)
    }
    const files = sources
      .toReversed()
      .flatMap(({ path, terms: own }) => [...listOf(path), ...own.map((one) => one.path)])
    return {
      files: [...new Set(files)],
      profile,
      layers,
      glossary: makeGlossary(terms.flatMap(({ entries }) => entries)),
      terms: terms.map(({ path, origin }) => ({ value: this.#nameOf(path), origin })),
      publish: { failOn, block },
      exceptions,
    }
  }
}

function ruleChange(setting: RuleConfig): RuleChange {
  if (typeof setting === 'string') return { level: setting }
  if (!isList(setting)) return { options: setting }
  const [level, options] = setting
  return options ? { level, options } : { level }
}

function isList(setting: Exclude<RuleConfig, string>): setting is readonly [Level] | readonly [Level, AnyOptions] {
  return Array.isArray(setting)
}

/** What a source builds on, and then itself. Patterns of what it builds on are seen from its own folder. */
function withBases(source: Source): { source: Source; folder: string }[] {
  const bases = source.bases.flatMap(withBases).map((base) => ({ ...base, folder: source.folder }))
  return [...bases, { source, folder: source.folder }]
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value as T]
}

/** Where the keys of a source are written. */
class Places {
  readonly #parsed: ParsedConfig
  readonly #placed: boolean

  constructor(parsed: ParsedConfig, placed: boolean) {
    this.#parsed = parsed
    this.#placed = placed
  }

  /** `klarsprak.config.json, rad 4` */
  origin(...keys: (string | number)[]): string {
    const { file } = this.#parsed
    return this.#placed ? `${file}, rad ${this.#position(keys).line}` : file
  }

  error(key: string, reason: string): ConfigError {
    const { file } = this.#parsed
    if (!this.#placed) return new ConfigError([{ file, reason }])
    const { line, column } = this.#position([key])
    return new ConfigError([{ file, line, column, reason }])
  }

  #position(keys: readonly (string | number)[]): { line: number; column: number } {
    let node: ConfigNode | undefined = this.#parsed.tree
    let offset = node.start
    for (const key of keys) {
      if (typeof key === 'string') {
        offset = keyStart(node, key)
        node = child(node, key)
      } else {
        node = node?.type === 'array' ? node.items[key] : undefined
        offset = node?.start ?? offset
      }
    }
    return this.#parsed.lines.position(offset)
  }
}

/** Why a settings file cannot be read. */
function unreadable(code: string | undefined): string {
  switch (code) {
    case 'EISDIR':
      return 'Det här är en mapp. Inställningarna ska stå i en fil.'
    case 'EACCES':
    case 'EPERM':
      return 'Du saknar behörighet till filen.'
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'Filen är inte i UTF-8. Spara den i den teckenkodningen.'
    default:
      return `Filen går inte att läsa${code === undefined ? '' : ` (${code})`}.`
  }
}
