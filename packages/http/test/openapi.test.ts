import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'

const document = JSON.parse(readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8'))

test('the OpenAPI document is valid 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(document.openapi).toBe('3.1.0')
})

test('the validator turns a faulty document away', async () => {
  const { valid } = await new Validator().validate({ ...structuredClone(document), paths: { lint: {} } })
  expect(valid).toBe(false)
})

test('every route of the contract is described', () => {
  expect(Object.keys(document.paths).sort()).toEqual([
    '/healthz',
    '/metrics',
    '/openapi.json',
    '/v1/lint',
    '/v1/review',
    '/v1/rules',
    '/v1/verdict',
    '/v2/check',
    '/v2/languages',
  ])
})

test('every reference leads somewhere', () => {
  const text = JSON.stringify(document)
  const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!)
  expect(names.length).toBeGreaterThan(30)
  for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name)
})
