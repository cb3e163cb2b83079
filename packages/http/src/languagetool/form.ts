import type { CheckBody, CheckParameter } from '../tasks/task.ts'
import { notUtf8 } from '../utf8.ts'

const parameters: ReadonlySet<string> = new Set<CheckParameter>([
  'text',
  'data',
  'language',
  'apiKey',
  'enabledRules',
  'disabledRules',
  'enabledCategories',
  'disabledCategories',
  'enabledOnly',
  'level',
])

/** A form as browsers and libraries encode it: nothing but these characters, and `%` before two digits only. */
const encoded = /^(?:[!#-$&-~]|%[0-9A-Fa-f]{2})*$/

/** What may stand after the text: all that clients of LanguageTool send. */
const trailers: ReadonlySet<string> = new Set([
  ...parameters,
  'username',
  'dicts',
  'motherTongue',
  'preferredVariants',
  'altLanguages',
  'mode',
  'useragent',
])

/**
 * The parameters of a form. LibreOffice 7.4 sends `text=…&language=sv-SE` without encoding the text: a body that holds
 * what no encoded form does (a space, a letter outside ASCII, a stray `%`) is taken as it stands between the two.
 *
 * @throws {Problem} where an encoded form is not in UTF-8
 */
export function parseForm(body: string): CheckBody {
  if (!encoded.test(body)) return parseRaw(body)
  try {
    decodeURIComponent(body)
  } catch {
    // URLSearchParams would replace the letters.
    throw notUtf8()
  }
  return parseEncoded(body)
}

function parseEncoded(body: string): CheckBody {
  const form: Partial<Record<CheckParameter, string>> = {}
  for (const [name, value] of new URLSearchParams(body))
    if (parameters.has(name)) form[name as CheckParameter] ??= value
  return form
}

function parseRaw(body: string): CheckBody {
  if (!body.startsWith('text=')) return parseEncoded(body)
  const form: Partial<Record<CheckParameter, string>> = {}
  const seen = new Set<string>()
  let end = body.length
  for (;;) {
    const ampersand = body.lastIndexOf('&', end - 1)
    const [name = '', value, ...more] = body.slice(ampersand + 1, end).split('=')
    if (ampersand < 'text='.length || value === undefined || more.length > 0) break
    if (!trailers.has(name) || seen.has(name)) break
    seen.add(name)
    if (parameters.has(name)) form[name as CheckParameter] = value
    end = ampersand
  }
  form.text = body.slice('text='.length, end)
  return form
}
