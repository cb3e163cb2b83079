import type { Directive } from './types.ts'

const TYPES: Record<string, Directive['type']> = {
  'klarsprak-ignore': 'ignore',
  'klarsprak-ignore-start': 'ignore-start',
  'klarsprak-ignore-end': 'ignore-end',
  'klarsprak-ignore-file': 'ignore-file',
}

/** The name, then rule ids, then a colon and the reason. */
const DIRECTIVE = /^\s*(klarspr[aå]k[-_][^\s:]*|klarspr[aå]k\s+ignor[^\s:]*)([^:]*)(?::(.*))?$/is

/**
 * The directive in one comment; undefined where the comment is not meant for the linter.
 *
 * A directive whose name is wrong (`klarsprak-ignor`) comes back as `unknown`, so that it can be reported.
 *
 * @param content what stands between `<!--` and `-->`
 * @param start where the whole comment begins in the source
 * @param end where it ends, exclusive
 */
export function parseDirective(content: string, start: number, end: number): Directive | undefined {
  const match = DIRECTIVE.exec(content)
  if (!match) return undefined
  const name = match[1]!
  return {
    type: (Object.hasOwn(TYPES, name) && TYPES[name]) || 'unknown',
    name,
    rules: match[2]!.split(/[\s,]+/).filter((rule) => rule !== ''),
    reason: (match[3] ?? '').trim(),
    start,
    end,
  }
}

/**
 * All directives among the HTML comments of a stretch of source.
 *
 * @param source the whole source
 * @param start where to look from
 * @param end where to stop, exclusive
 */
export function parseDirectives(source: string, start = 0, end = source.length): Directive[] {
  const directives: Directive[] = []
  const stretch = source.slice(start, end)
  for (let open = stretch.indexOf('<!--'); open !== -1; ) {
    const close = stretch.indexOf('-->', open + 4)
    if (close === -1) break
    const directive = parseDirective(stretch.slice(open + 4, close), start + open, start + close + 3)
    if (directive) directives.push(directive)
    open = stretch.indexOf('<!--', close + 3)
  }
  return directives
}
