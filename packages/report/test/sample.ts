import type { Finding, LintResult } from '@klarsprak/engine'

export const source = 'Hej! 🎉\nAnsökan behandlas inom fyra veckor. Skatten höjs med 2%.\n'

function place(start: number, end: number) {
  const at = (offset: number) => {
    const before = source.slice(0, offset).split('\n')
    return { line: before.length, column: before.at(-1)!.length + 1, offset }
  }
  return { start: at(start), end: at(end) }
}

function finding(words: string, rest: Partial<Finding>): Finding {
  const start = source.indexOf(words)
  return {
    ruleId: 'passiv-form',
    severity: 'suggestion',
    checklist: [7],
    message: `”${words}” säger inte vem som gör det.`,
    why: 'Läsaren behöver veta vem som gör vad.',
    url: 'https://exempel.se/regler/passiv-form',
    fingerprint: 'abc123',
    text: words,
    range: place(start, start + words.length),
    suggestions: [],
    related: [],
    ...rest,
  }
}

export const passive = finding('behandlas', {})
export const percent = finding('2%', {
  ruleId: 'procenttecken',
  severity: 'error',
  checklist: [10],
  message: 'Det saknas ett mellanrum före procenttecknet.',
  suggestions: [
    {
      title: 'Skriv ”2 %”',
      safety: 'safe',
      edits: [{ start: source.indexOf('2%') + 1, end: source.indexOf('2%') + 1, text: '\u00a0' }],
    },
  ],
  related: [{ message: 'Samma sak här.', range: place(5, 7) }],
})

export const metrics = { words: 10, sentences: 3, lix: 23.3, ovix: 61, nominalRatio: 1.5, longestSentence: 5 }

export function sample(findings: Finding[] = [passive, percent], path = 'press/å b,c.md'): LintResult {
  return {
    version: 1,
    files: [{ path, profile: 'press', findings, metrics }],
    summary: {
      files: 1,
      errors: findings.filter((f) => f.severity === 'error').length,
      warnings: 0,
      suggestions: findings.filter((f) => f.severity === 'suggestion').length,
      fixable: findings.filter((f) => f.suggestions.some((s) => s.safety === 'safe')).length,
    },
  }
}
