import picomatch from 'picomatch'

/** Tells whether a path, relative to the folder that the patterns stand in, is meant. */
export type PathTest = (path: string) => boolean

/**
 * A test of glob patterns. A pattern without a slash means that name in any folder; one that names a folder means all
 * in it; `!` first takes paths out again. The last pattern that hits decides. `\` parts names as `/` does, on any machine,
 * except where it stands before a bracket and makes that an ordinary character.
 */
export function pathTest(patterns: readonly string[]): PathTest {
  const tests = patterns.map((pattern) => {
    const negated = pattern.startsWith('!')
    const path = (negated ? pattern.slice(1) : pattern).replace(/\\(?![()[\]{}])/g, '/')
    const written = path.replace(/^\.?\//, '').replace(/\/$/, '')
    const anywhere = written.includes('/') ? written : `**/${written}`
    return { negated, hits: picomatch([anywhere, `${anywhere}/**`], { dot: true, nonegate: true }) }
  })
  return (path) => tests.findLast(({ hits }) => hits(path))?.negated === false
}
