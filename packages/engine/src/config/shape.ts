import { severityNames } from '../severity.ts'
import type { OptionDefinition, OptionDefinitions, Profile, RuleMeta } from '../types.ts'

/**
 * What a settings file may hold: one description that both the reader and the JSON Schema are made from, so that what
 * one accepts the other accepts. Descriptions are Swedish and shown by editors.
 */
export type Shape = StringShape | NumberShape | BooleanShape | ArrayShape | ObjectShape | LevelShape | EitherShape

interface Described {
  readonly description?: string
  readonly default?: unknown
}

export interface StringShape extends Described {
  readonly type: 'string'
  /** The only values allowed. */
  readonly values?: readonly string[]
  /** What the values are, for messages: `texttyp`. */
  readonly noun?: string
  readonly pattern?: { readonly source: string; readonly says: string }
  /** Names that a value outside the pattern may have meant. */
  readonly names?: readonly string[]
}

export interface NumberShape extends Described {
  readonly type: 'integer' | 'number'
  readonly minimum?: number
  readonly maximum?: number
}

interface BooleanShape extends Described {
  readonly type: 'boolean'
}

interface ArrayShape extends Described {
  readonly type: 'array'
  readonly items: Shape
  readonly atLeastOne?: boolean
}

export interface ObjectShape extends Described {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  /** The message for a key that is not among the properties: the whole sentence but for the suggestion. */
  readonly unknownKey: (key: string) => string
}

/** A level, a list of a level and an object of options, or such an object alone. */
export interface LevelShape extends Described {
  readonly type: 'level'
  readonly options: ObjectShape
  readonly deprecated?: string
}

/** A string, or a list of such strings. */
interface EitherShape extends Described {
  readonly type: 'either'
  readonly one: StringShape
  readonly many: ArrayShape
}

/** What a rule can be set to. */
export const levels = ['off', 'suggestion', 'warning', 'error'] as const

export const profiles: readonly Profile[] = [
  'webb',
  'press',
  'brev',
  'beslut',
  'rapport',
  'protokoll',
  'lattlast',
  'strikt',
]

const filled = { source: '\\S', says: 'får inte vara tom' }

/** Fingerprints as findings carry them. */
const fingerprint = { source: '^[0-9a-f]{16}(-[0-9]+)?$', says: 'ska vara ett fingeravtryck ur resultatet' }

/** @param presets the names that `extends` knows (`klarsprak:hallefors`); any name where left out */
export function configShape(metas: readonly RuleMeta[], presets?: readonly string[]): ObjectShape {
  const rules = rulesShape(metas)
  const profile: StringShape = {
    type: 'string',
    values: profiles,
    noun: 'texttyp',
    description: 'Vilken sorts text det är. Styr vilka regler som gäller.',
  }
  const ruleIds = Object.keys(rules.properties)
  return keyed('Inställningar för Klarspråk.', {
    $schema: { type: 'string', description: 'Adressen till beskrivningen av filen. Används av redigeraren.' },
    root: {
      type: 'boolean',
      description: 'Sant om inställningar i mappar ovanför inte ska gälla här.',
      default: false,
    },
    extends: either(
      { type: 'string', pattern: presets ? presetPattern(presets) : filled, names: presets ?? [] },
      'Färdiga uppsättningar (klarsprak:…) eller andra inställningsfiler som den här bygger vidare på.',
    ),
    profile,
    rules,
    terms: either(
      { type: 'string', pattern: filled },
      'Egna ordlistor: filer med flikar mellan kolumnerna term, former, förklaring och säg hellre.',
    ),
    overrides: {
      type: 'array',
      description: 'Andra inställningar för vissa filer. Den som står sist väger tyngst.',
      items: keyed(
        'Inställningar för de filer som mönstren träffar.',
        {
          files: either(
            { type: 'string', pattern: filled },
            'Mönster för filerna, räknat från den här filens mapp.',
            true,
          ),
          profile,
          rules,
        },
        ['files'],
      ),
    },
    ignore: {
      type: 'array',
      description: 'Mönster för filer och mappar som inte ska granskas.',
      items: { type: 'string', pattern: filled },
    },
    publish: keyed('Vad som hindrar att en text publiceras.', {
      failOn: {
        type: 'string',
        values: levels,
        noun: 'nivå',
        description: 'Den lägsta nivå som hindrar publicering. Med ”off” är det bara reglerna i block som hindrar.',
        default: 'error',
      },
      block: {
        type: 'array',
        description: 'Regler som hindrar publicering vilken nivå de än har.',
        items: { type: 'string', values: ruleIds, noun: 'regel' },
      },
    }),
    exceptions: {
      type: 'array',
      description: 'Träffar som ni har godtagit, för texter som inte kan ha kommentarer i sig.',
      items: exceptionShape(ruleIds),
    },
  })
}

/** A name that is known, or the path of a file. */
function presetPattern(presets: readonly string[]): { source: string; says: string } {
  const names = presets.map((name) => `|${escapeRegExp(name)}`).join('')
  return {
    source: `^(?:(?!klarsprak:).*\\S.*${names})$`,
    says: 'ska vara en färdig uppsättning som finns eller sökvägen till en inställningsfil',
  }
}

function exceptionShape(ruleIds: readonly string[]): ObjectShape {
  return keyed(
    'En godtagen träff.',
    {
      fingerprint: { type: 'string', pattern: fingerprint, description: 'Träffens fingeravtryck.' },
      rule: { type: 'string', values: ruleIds, noun: 'regel', description: 'Regeln som gav träffen.' },
      reason: { type: 'string', pattern: filled, description: 'Varför träffen är godtagen.' },
    },
    ['fingerprint', 'rule', 'reason'],
  )
}

function keyed(description: string, properties: Record<string, Shape>, required: string[] = []): ObjectShape {
  return {
    type: 'object',
    description,
    properties,
    required,
    unknownKey: (key) => `Nyckeln ”${key}” finns inte.`,
  }
}

function either(one: StringShape, description: string, atLeastOne = false): EitherShape {
  return { type: 'either', description, one, many: { type: 'array', items: one, atLeastOne } }
}

function rulesShape(metas: readonly RuleMeta[]): ObjectShape {
  const properties: Record<string, Shape> = {}
  for (const meta of metas) {
    const options = shapeOfOptions(meta)
    const description = `${meta.title}. ${meta.description}`
    const level = meta.enabled ? meta.severity : 'off'
    properties[meta.id] = { type: 'level', options, description, default: level }
    for (const alias of meta.aliases ?? [])
      properties[alias] = { type: 'level', options, description, deprecated: `Regeln heter numera ”${meta.id}”.` }
  }
  return {
    type: 'object',
    description: 'Regler och deras nivåer: off (av), suggestion (förslag), warning (varning) eller error (fel).',
    properties,
    unknownKey: (key) => `Regeln ”${key}” finns inte.`,
  }
}

const optionShapes = new WeakMap<RuleMeta, ObjectShape>()

/** Made once for each rule: every linter asks. */
function shapeOfOptions(meta: RuleMeta): ObjectShape {
  let shape = optionShapes.get(meta)
  if (shape === undefined) {
    shape = optionsShape(meta.id, meta.options)
    optionShapes.set(meta, shape)
  }
  return shape
}

function optionsShape(id: string, definitions: OptionDefinitions): ObjectShape {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(definitions).map(([name, option]) => [name, optionShape(option)])),
    unknownKey: (key) => `Regeln ”${id}” har ingen inställning som heter ”${key}”.`,
  }
}

function optionShape(option: OptionDefinition): Shape {
  const { description } = option
  switch (option.type) {
    case 'string':
      return {
        type: 'string',
        description,
        default: option.default,
        ...(option.enum ? { values: option.enum, noun: 'värde' } : {}),
      }
    case 'strings':
      return { type: 'array', items: { type: 'string' }, description, default: option.default }
    case 'boolean':
      return { type: 'boolean', description, default: option.default }
    default:
      return option
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** The levels, each with what it is called: for messages. */
export function levelList(): string {
  return levels.map((level) => (level === 'off' ? 'off (av)' : `${level} (${severityNames[level]})`)).join(', ')
}
