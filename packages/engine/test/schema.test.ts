import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkShape } from '../src/config/check.ts'
import { generateSchema } from '../src/config/json-schema.ts'
import { configShape } from '../src/config/shape.ts'
import { toTree } from '../src/config/tree.ts'
import { LineIndex } from '../src/line-index.ts'
import { stubRules } from './stub-rules.ts'

const metas = stubRules.map(({ meta }) => meta)
const presets = ['klarsprak:hallefors', 'klarsprak:strikt']
const ajv = new Ajv2020({ strict: true, strictTuples: false, allErrors: false })
ajv.addKeyword('deprecationMessage')

function accepts(config: unknown): boolean {
  const parsed = { file: 'a.json', tree: toTree(config), lines: new LineIndex('') }
  return checkShape(parsed, configShape(metas, presets), false).length === 0
}

it('is a valid schema with a Swedish description for every rule and option', () => {
  const schema = generateSchema(metas, presets)
  expect(ajv.validateSchema(schema)).toBe(true)
  const { rules } = schema.properties as Record<string, { properties: Record<string, { description?: string }> }>
  for (const { id, aliases = [] } of metas)
    for (const name of [id, ...aliases]) expect(rules!.properties[name]!.description).toMatch(/^\p{Lu}.*\.$/u)
})

const level = fc.constantFrom<unknown>('off', 'suggestion', 'warning', 'error', 'fel', 1, null, true)
const option = fc.constantFrom<unknown>(0, 1, 2, 2.5, 20, 60, 61, -1, 'text', '–', '', true, [], ['ett'], [1], null, {})
const options = fc.dictionary(
  fc.constantFrom('maxOrd', 'tecken', 'tillat', 'andel', 'undanta', 'fritt', 'okand'),
  option,
  {
    maxKeys: 3,
  },
)
const rule = fc.oneof(
  level,
  options,
  fc.tuple(level),
  fc.tuple(level, options),
  fc.tuple(level, options, level),
  fc.constant([]),
)
const rules = fc.dictionary(fc.constantFrom(...metas.map(({ id }) => id), 'byrakratiskt-ord', 'okand-regel'), rule, {
  maxKeys: 3,
})
const text = fc.constantFrom<unknown>(
  'a',
  '',
  ' ',
  '**/*.md',
  'klarsprak:hallefors',
  'klarsprak:fel',
  './x.json',
  3,
  null,
)
const texts = fc.oneof(text, fc.array(text, { maxLength: 3 }))
const profile = fc.constantFrom<unknown>('webb', 'press', 'strikt', 'Webb', '', 0)
const fingerprint = fc.constantFrom<unknown>('0123456789abcdef', '0123456789abcdef-2', 'xyz', '0123456789ABCDEF', 7)
const exception = fc.record(
  { fingerprint, rule: fc.constantFrom<unknown>('tungt-ord', 'okand', 3), reason: text, extra: text },
  { requiredKeys: [] },
)
const override = fc.record({ files: texts, profile, rules, ignore: texts }, { requiredKeys: [] })
const publish = fc.record(
  { failOn: level, block: fc.array(fc.constantFrom<unknown>('tungt-ord', 'okand', 2), { maxLength: 2 }), more: text },
  { requiredKeys: [] },
)
const config = fc.record(
  {
    $schema: text,
    root: fc.constantFrom<unknown>(true, false, 'true'),
    extends: texts,
    profile,
    rules,
    terms: texts,
    overrides: fc.array(override, { maxLength: 2 }),
    ignore: texts,
    publish,
    exceptions: fc.array(exception, { maxLength: 2 }),
    regler: text,
  },
  { requiredKeys: [] },
)

it('accepts exactly what the reader accepts', () => {
  const validate = ajv.compile(generateSchema(metas, presets))
  let accepted = 0
  fc.assert(
    fc.property(
      fc.oneof(
        config,
        rules.map((inner) => ({ rules: inner })),
        fc.anything(),
      ),
      (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value ?? null))
        const valid = validate(plain)
        if (valid) accepted++
        expect({ plain, accepts: accepts(plain) }).toEqual({ plain, accepts: valid })
      },
    ),
    { numRuns: 3000 },
  )
  expect(accepted).toBeGreaterThan(50)
})
