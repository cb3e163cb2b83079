import { afterAll, describe, expect, it } from 'vitest'
import { folder, klarsprak } from './run.ts'

const texts = folder({
  'gammal.md': '# Information\n\nSökanden erhåller besked när ansökan har behandlats av nämnden.\n',
  'ny.md': '---\nmalgrupp: föräldrar\n---\n\n# Så får du svar\n\nDu får svar när nämnden har behandlat din ansökan.\n',
})
afterAll(() => texts.remove())
const run = (...args: string[]) => klarsprak(args, { cwd: texts.path })

describe('klarsprak checklist', () => {
  it('fills in the points for files and folders', async () => {
    const { status, stdout } = await run('checklist', '.')
    expect(status).toBe(0)
    expect(stdout.match(/^# Checklista för klarspråk: /gm)).toHaveLength(2)
    expect(stdout).toContain('- [x] Vem ska läsa texten? (`malgrupp`) **föräldrar**')
    expect(stdout).toContain('## 8. Använd begripliga ord – ')
  })

  it('gives eleven points in JSON, and a page in HTML', async () => {
    const { stdout } = await run('checklist', 'gammal.md', '--format', 'json')
    expect(JSON.parse(stdout).files[0].points).toHaveLength(11)
    expect((await run('checklist', 'ny.md', '--format', 'html')).stdout).toMatch(/^<!DOCTYPE html>/)
  })

  it('says what could not be read, and does the rest', async () => {
    const { status, stdout, stderr } = await run('checklist', 'saknas.md', 'ny.md')
    expect(status).toBe(2)
    expect(stderr).toContain('saknas.md')
    expect(stdout).toContain('ny.md')
  })
})

describe('klarsprak diff', () => {
  it('tells what got better', async () => {
    const { status, stdout } = await run('diff', 'gammal.md', 'ny.md')
    expect(status).toBe(0)
    expect(stdout).toContain('Bättre')
    expect(stdout).toContain('erhåller')
  })

  it('reads one side from standard input', async () => {
    const { status, stdout } = await klarsprak(['diff', '-', 'ny.md', '--format', 'json'], {
      cwd: texts.path,
      input: 'Du erhåller svar.',
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout).gone.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('byrakratord')
  })

  it('says what is missing', async () => {
    expect(await run('diff', 'gammal.md', 'saknas.md')).toMatchObject({ status: 2, stdout: '' })
    expect((await run('diff', 'gammal.md')).status).toBe(2)
  })
})

describe('klarsprak metrics', () => {
  it('gives the figures by section and the difficulty of every sentence', async () => {
    const { files } = JSON.parse((await run('metrics', 'gammal.md', '--format', 'json')).stdout)
    expect(files[0].metrics).toMatchObject({ words: 9, sentences: 1 })
    expect(files[0].sections[0]).toMatchObject({ heading: 'Information', figures: { words: 9 } })
    expect(files[0].sentences[0].difficulty).toBeGreaterThan(0)
    expect((await run('metrics', 'gammal.md')).stdout).toContain('färre än 100 ord')
  })
})
