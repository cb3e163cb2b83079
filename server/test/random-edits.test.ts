import fc from 'fast-check'
import { createLinter } from 'retext-klarsprak'
import { expect, it } from 'vitest'
import { toDiagnostic } from '../src/convert.ts'
import { DiagnosticsJson } from '../src/diagnostics-json.ts'
import { OpenDocument } from '../src/open-documents.ts'
import { offsetAt, type PositionEncoding } from '../src/positions.ts'

/** Sequences to try: `KLARSPRAK_SEQUENCES` for a long run. */
const sequences = Number(process.env.KLARSPRAK_SEQUENCES ?? 400)

const settings = { enable: true, profile: 'webb', config: '', run: 'onType', codeLens: true } as const

const markdown = `---
texttyp: webb
malgrupp: alla
---
# Nytt badhus i Björnlunda

**Badhuset öppnar i maj.** 👩‍👧 Priset höjs med 5% i år.

<!-- klarsprak-ignore procenttecken: citat ur beslutet -->
Ärendet avgörs av nämnden, som beslutade att fatta beslut om 7% till.

## Priser

- Barn betalar 20kr.
- Vuxna betalar:
  1. 40 kr
  2. med rabatt 30 kr, se [taxan][taxa]

> Det är av vikt att genomföra en utredning, säger chefen.

| Dag | Tid |
| --- | --- |
| mån | 8-17 |

\`\`\`
kod 5%
\`\`\`

<!-- klarsprak-ignore-start -->
[taxa]: https://example.se/taxa "Taxa"
Frågor? Ring SÄBO-enheten på 0587-810 00.
<!-- klarsprak-ignore-end -->

Med vänlig hälsning

Anna Ek
`

const html = `<!doctype html>
<html lang="sv"><head><title>Badet</title><meta name="klarsprak:texttyp" content="webb"></head>
<body><nav><a href="/">Hem</a> <a href="/bad">Bad</a></nav>
<main><h1>Nytt bad</h1>
<p>Priset h&ouml;js med <b>5%</b> nu. 👩‍👧 Ärendet avgörs av nämnden.</p>
<!-- klarsprak-ignore procenttecken: citat -->
<p>Det blir 7% till.<br>Läs <a href="/mer">mer</a></p>
<ul><li>Barn 20kr</li><li>Vuxna <ul><li>40 kr</li></ul></li></ul>
<table><tr><th>Dag</th><td>8-17</td></tr></table>
<img src="a.jpg"><pre>kod 5%</pre></main></body></html>
`

const plain = `NYTT BADHUS

Priset höjs med 5% i år. 👩‍👧 Ärendet avgörs av nämnden.
Det är av vikt att genomföra en utredning.

1. Inledning

- ett pris på 20kr
- två priser

"Det blir 7% till", säger chefen.

Med vänlig hälsning
Anna Ek
0587-810 00
`

/** What somebody might write or paste, with all that decides where a block begins and ends. */
const snippets = [
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\r\n\r\n',
  '\t',
  'å',
  '👩‍👧',
  '\ud83d',
  '\ude00',
  '\u00a0',
  '\u0000',
  '\ufeff',
  '```',
  '```\n',
  '~~~\n',
  '    ',
  '# ',
  '\n---\n',
  '---\ntexttyp: press\n---\n',
  '\n===\n',
  '> ',
  '- ',
  '\n1. ',
  '| a | b |\n| --- | --- |\n',
  '[taxa]: https://example.se\n',
  '[taxa]',
  '[',
  '](',
  '**',
  '_',
  '`',
  '<',
  '>',
  '<!--',
  '-->',
  '<!-- klarsprak-ignore procenttecken: skäl -->\n',
  '<!-- klarsprak-ignore-start procenttecken: skäl -->\n',
  '<!-- klarsprak-ignore-end -->\n',
  '<!-- klarsprak-ignore-file procenttecken: skäl -->',
  '<!-- klarsprak-ignore lang-mening -->',
  '<div>\n',
  '</div>',
  '<p>',
  '</p>',
  '<li>',
  '<main>',
  '</main>',
  '<pre>',
  '&ouml;',
  '&',
  '"',
  '”',
  'Priset höjs med 5% nu. ',
  'Beslut fattas av nämnden. ',
  'The decision was made by the committee and all of its members. ',
  'Hälsningar\n',
  '<h2>Priser</h2>',
  '.',
  ':',
]

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  erase: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(6) }, fc.nat(200)),
  text: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...snippets) },
    { weight: 2, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constant('') },
  ),
})

const session = fc.record({
  start: fc.constantFrom(['markdown', markdown], ['html', html], ['plaintext', plain], ['markdown', ''] as const),
  crlf: fc.boolean(),
  encoding: fc.constantFrom<PositionEncoding>('utf-16', 'utf-8'),
  /** Edits that come in one message, and whether the text is linted after it. */
  messages: fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean()), { maxLength: 8 }),
})

/** Texts read anew by one linter before the next takes over: it must not learn from too many. */
const readsOfOne = 100

it('the findings of a text that was edited are those of the text as it is', () => {
  const engine = createLinter()
  let reader = createLinter()
  let reads = 0
  fc.assert(
    fc.property(session, ({ start: [language, text], crlf, encoding, messages }) => {
      const source = crlf ? text.replaceAll('\n', '\r\n') : text
      const document = new OpenDocument('file:///prov/text', language, 1, source)
      const json = new DiagnosticsJson()
      const lint = () => {
        const result = document.lint(engine, settings)
        return { result, sent: json.write(result.findings, document.text, encoding) }
      }
      lint()
      for (const [index, [edits, lints]] of messages.entries()) {
        for (const { at, erase, text: added } of edits) {
          const { text: now } = document
          const length = now.getText().length
          const start = Math.round(at * length)
          const place = (offset: number) => {
            const position = now.positionAt(offset)
            if (encoding === 'utf-16') return position
            const line = now.getText({ start: { line: position.line, character: 0 }, end: position })
            return { line: position.line, character: Buffer.byteLength(line) }
          }
          const range = { start: place(start), end: place(Math.min(length, start + erase)) }
          expect(offsetAt(now, range.start, 'utf-16')).toBeLessThanOrEqual(length)
          document.change([{ range, text: added }], index + 2, encoding)
        }
        if (lints) lint()
      }
      const { result: edited, sent } = lint()
      const fresh = new OpenDocument('file:///prov/text', language, document.version, document.text.getText())
      if (++reads % readsOfOne === 0) reader = createLinter()
      const read = fresh.lint(reader, settings)
      expect(edited).toEqual(read)
      const shown = (one: typeof edited) =>
        one.findings.map((finding) => toDiagnostic(finding, document.text, encoding))
      expect(shown(edited)).toEqual(shown(read))
      expect(JSON.parse(Buffer.from(sent.bytes).toString())).toEqual(shown(read))
    }),
    { numRuns: sequences, ...(process.env.KLARSPRAK_SEED ? { seed: Number(process.env.KLARSPRAK_SEED) } : {}) },
  )
}, 600_000)
