import type { Format } from '@klarsprak/documents'
import { createLinter } from 'retext-klarsprak'
import { beforeAll, expect, test } from 'vitest'
import { makePage, randomNumbers } from '../scripts/load-texts.ts'

/** Milliseconds for each thousand words that all rules together may take: each alone then takes less. */
const limit = 200

const words = 1000
const many = (part: string, separator = ' ') => Array.from({ length: words }, () => part).join(separator)
const numbered = (part: (index: number) => string, separator = ' ') =>
  Array.from({ length: words }, (_, index) => part(index)).join(separator)

/** Texts that are written to make patterns, matchers, parsers and caches work as hard as they can. */
const texts: Record<string, string> = {
  'one word over and over': many('behandlas'),
  'one sentence without an end': many('och att som ska behandlas av'),
  'short sentences': many('Vi är.', ' '),
  'only full stops': many('. '),
  'only signs': many('–-/&§%'),
  'one long word': 'kommun'.repeat(words),
  'a long word of letters that may be joined anywhere': 'a'.repeat(10_000),
  'words with hyphens': many('a-b-c-d'),
  'one word with two thousand hyphens': many('ord', '-'),
  'words with slashes': many('och/eller', '/'),
  numbers: numbered((index) => `${index} 000 000,00`),
  'one long number': '1 000 '.repeat(words),
  'dates and times': many('2026-11-22 kl. 10.30–11.45'),
  abbreviations: many('t.ex. bl.a. m.m. dvs. f.n.'),
  'capital letters': many('KOMMUNSTYRELSEN'),
  acronyms: numbered((index) => `K${String.fromCharCode(65 + (index % 26))}F`),
  'nested parentheses': '('.repeat(words) + ' ord '.repeat(10) + ')'.repeat(words),
  'parentheses that never close': many('(ord'),
  'quotation marks that never close': many('”ord'),
  'quotation marks of all kinds': many(`”a” "b" 'c' «d» „e“`),
  spaces: `a${' '.repeat(20_000)}b`,
  'no-break and zero-width spaces': many('a\u00a0\u200b\u2060\u00adb'),
  'blank lines': many('ord', '\n\n'),
  'lines that look like lists': many('- ord', '\n'),
  'lines that look like headings': many('# Ord', '\n\n'),
  'deep lists': Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- ord och ord`).join('\n'),
  tables: `| a | b |\n| --- | --- |\n${many('| ord | ord |', '\n')}`,
  links: many('[läs mer](https://exempel.se/a?b=c)'),
  addresses: many('https://exempel.se/a/b/c/d?e=f&g=h'),
  'addresses of post': many('a.b.c.d@e.f.g.exempel.se'),
  brackets: '['.repeat(words * 4),
  'emphasis that never closes': '*a _b '.repeat(words),
  backticks: Array.from({ length: 300 }, (_, index) => `${'`'.repeat(index + 1)} a`).join(' '),
  'character references': many('&aring;&amp;&#229;'),
  'a family of emoji': many('👩‍👩‍👧‍👦'),
  'combining marks': `a${'\u0301'.repeat(10_000)}`,
  'surrogates that stand alone': many('a\ud800b\udc00'),
  'letters of other alphabets': many('слово λέξη كلمة 字'),
  'subordinate clauses in each other': `Vi vet ${many('att han säger', ', ')} att det är så.`,
  'relative clauses in each other': `Huset ${many('som mannen som', ' ')} bodde i är rött.`,
  'a clause before the verb': `Eftersom ${many('avgiften och taxan', ' ')} har höjts betalar du mer.`,
  'nouns in a row': many('handläggning av ansökan om tillstånd till uppförande av byggnad'),
  'genitives in a row': many('kommunens nämnds förvaltnings'),
  'prepositions alone': many('avseende beträffande angående med i av'),
  passives: many('Beslutet har fattats och ska ha skickats.'),
  'the same initial': numbered((index) => `att${'a'.repeat(index % 30)}`),
  compounds: many('kommunstyrelseordförandevalberedningssammanträdesprotokollsjusterare'),
  enumerations: many('a, b, c och d,'),
  'section signs': many('12 kap. 3 § 4 st. 5 p. lagen (2001:453)'),
  comments: many('<!-- klarsprak-ignore passiv-form: därför --> ord', '\n\n'),
  'directives that never end': many('<!-- klarsprak-ignore-start passiv-form: därför -->\n\nord', '\n\n'),
}

const html: Record<string, string> = {
  'paragraphs that never close': many('<p>ord', ''),
  'inline elements that never close': many('<p><b>ord</p>', ''),
  attributes: `<p ${numbered((index) => `a${index}="b"`)}>ord</p>`,
  'misnested elements': many('<b><i>ord</b></i>', ''),
  'tables that never close': many('<tr><td>ord', ''),
  references: many('&aring;&notanentity;&#xD800;'),
  'comments that never close': many('<p>ord</p><!--', ''),
  scripts: many('<script>ord</script><style>ord</style>', ''),
}

const cases = new Map<string, [source: string, format: Format]>()
for (const [name, source] of Object.entries(texts)) {
  cases.set(`${name} as plain text`, [source, 'text'])
  cases.set(`${name} as Markdown`, [source, 'markdown'])
}
for (const [name, source] of Object.entries(html)) cases.set(name, [source, 'html'])

let slowest = new Map<string, number>()
const openLinter = () =>
  createLinter({
    onRuleTime: (id, time) => void slowest.set(id, (slowest.get(id) ?? 0) + time),
    onRuleError: (id, error) => {
      throw new Error(`${id} throws`, { cause: error })
    },
  })
const everyRule = Object.fromEntries(openLinter().rules.map(({ id }) => [id, 'warning' as const]))

/** Milliseconds of processor time for all rules together, by a linter that has seen nothing. */
async function cost(source: string, format: Format): Promise<number> {
  const linter = openLinter()
  const request = { format, profile: 'strikt', rules: everyRule } as const
  await linter.prepare(request)
  linter.lint({ ...request, source: 'Hej.' })
  slowest = new Map()
  const { user, system } = process.cpuUsage()
  linter.lint({ ...request, source })
  const spent = process.cpuUsage({ user, system })
  return (spent.user + spent.system) / 1000
}

// Code that is run for the first time is not what is measured.
beforeAll(async () => {
  const random = randomNumbers(1)
  for (let page = 0; page < 5; page++) await cost(makePage(2000, random, page), 'html')
})

test.each([...cases.keys()])('%s', async (name) => {
  const [source, format] = cases.get(name)!
  // Signs that make no words count as words of six characters.
  const thousands = Math.max(1000, source.split(/\s+/).length, source.length / 6) / 1000
  let time = Number.POSITIVE_INFINITY
  // A machine that does other things too may be slow once.
  for (let attempt = 0; attempt < 3 && time >= limit; attempt++)
    time = Math.min(time, (await cost(source, format)) / thousands)
  const [[worst, milliseconds] = ['no rule', 0]] = [...slowest].sort(([, a], [, b]) => b - a)
  expect(time, `most by ${worst}: ${Math.round(milliseconds / thousands)} ms`).toBeLessThan(limit)
})
