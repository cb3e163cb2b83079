import type { RuleMeta } from '../types.ts'
import { configShape, type LevelShape, levels, type Shape } from './shape.ts'

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of `klarsprak.config.json`, with every rule and its options. Accepts what the reader accepts.
 *
 * @param presets the names that `extends` knows; any name where left out
 */
export function generateSchema(metas: readonly RuleMeta[], presets?: readonly string[]): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Inställningar för Klarspråk',
    ...schemaOf(configShape(metas, presets)),
  }
}

function schemaOf(shape: Shape): JsonSchema {
  const common = {
    ...(shape.description === undefined ? {} : { description: shape.description }),
    ...(shape.default === undefined ? {} : { default: shape.default }),
  }
  switch (shape.type) {
    case 'string':
      return {
        ...common,
        type: 'string',
        ...(shape.values ? { enum: shape.values } : {}),
        ...(shape.pattern ? { pattern: shape.pattern.source } : {}),
      }
    case 'boolean':
      return { ...common, type: 'boolean' }
    case 'array':
      return {
        ...common,
        type: 'array',
        items: schemaOf(shape.items),
        ...(shape.atLeastOne ? { minItems: 1 } : {}),
      }
    case 'object':
      return {
        ...common,
        type: 'object',
        properties: Object.fromEntries(Object.entries(shape.properties).map(([key, inner]) => [key, schemaOf(inner)])),
        ...(shape.required?.length ? { required: shape.required } : {}),
        additionalProperties: false,
      }
    case 'either':
      return { ...common, anyOf: [schemaOf(shape.one), schemaOf(shape.many)] }
    case 'level':
      return { ...common, ...levelSchema(shape) }
    default:
      return {
        ...common,
        type: shape.type,
        ...(shape.minimum === undefined ? {} : { minimum: shape.minimum }),
        ...(shape.maximum === undefined ? {} : { maximum: shape.maximum }),
      }
  }
}

function levelSchema({ options, deprecated }: LevelShape): JsonSchema {
  const level = { type: 'string', enum: levels }
  const values = schemaOf(options)
  return {
    anyOf: [level, { type: 'array', prefixItems: [level, values], minItems: 1, items: false }, values],
    ...(deprecated === undefined ? {} : { deprecated: true, deprecationMessage: deprecated }),
  }
}
