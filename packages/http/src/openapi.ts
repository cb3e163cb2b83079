import { ref } from './schemas.ts'

/** The answers of a route: what it gives, and the problems that any route may tell of. */
export function answers(schema: string, description: string): Record<string, unknown> {
  return {
    200: { description, content: { 'application/json': { schema: ref(schema) } } },
    default: { description: 'Ett fel.', content: { 'application/problem+json': { schema: ref('Problem') } } },
  }
}

/** What the OpenAPI document says beside the routes. */
export const openapiInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Klarspråk',
    version: '1',
    description:
      'Granskar svensk text och visar vad som gör den svårläst, varför och vad du kan skriva i stället. Ingen text sparas eller loggas.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: 'Behövs när tjänsten har startats med --tokens. Token får aldrig stå i adressen.',
      },
    },
  },
  tags: [
    { name: 'Granska', description: 'Texter' },
    { name: 'Regler', description: 'Vad som granskas' },
    { name: 'LanguageTool', description: 'För program som talar LanguageTools protokoll, till exempel LibreOffice' },
    { name: 'Drift', description: 'För den som sköter tjänsten' },
  ],
} as const
