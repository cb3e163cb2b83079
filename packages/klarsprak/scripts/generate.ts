// Writes the JSON Schema of klarsprak.config.json, which knows every rule and preset. Same input, same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { configSchema } from '../src/create-linter.ts'

const folder = new URL('../generated/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('klarsprak.schema.json', folder), `${JSON.stringify(configSchema(), null, 2)}\n`)
