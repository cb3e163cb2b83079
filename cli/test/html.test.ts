import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { folder, klarsprak } from './run.ts'

let made: ReturnType<typeof folder> | undefined
afterEach(() => made?.remove())

const text = '# Så höjs skatten\n\nSkatten höjs med 2%.\n'

describe('lint --format html', () => {
  it('shows a text from a file and from standard input, with its marks', async () => {
    made = folder({ 'a.md': text })
    const { path: cwd } = made
    const file = await klarsprak(['lint', 'a.md', '--format', 'html'], { cwd })
    expect(file).toMatchObject({ status: 1, stderr: '' })
    expect(file.stdout).toContain('<span class="mark error">2%</span>')
    const input = await klarsprak(['lint', '--format', 'html'], { cwd, input: 'Skatten höjs med 2%.' })
    expect(input.stdout).toContain('<span class="mark error">2%</span>')
  })
  it('shows what a baseline leaves, in the text as in the list', async () => {
    made = folder({ 'a.md': text })
    const { path: cwd } = made
    await klarsprak(['lint', 'a.md', '--baseline', 'b.json', '--update-baseline'], { cwd })
    const { stdout } = await klarsprak(['lint', 'a.md', '--format', 'html', '--baseline', 'b.json'], { cwd })
    expect(stdout).toContain('Inget att anmärka på.')
    expect(stdout).toContain('Skatten höjs med 2%.')
    expect(stdout).not.toContain('class="mark')
  })
  it('compares with earlier results', async () => {
    made = folder({ 'a.md': text, 'b.md': text })
    const { path: cwd } = made
    await klarsprak(['lint', '.', '--format', 'json', '--output', 'maj.json'], { cwd })
    const args = ['lint', '.', '--format', 'html', '--earlier', 'maj.json', '--output', 'rapport.html']
    expect(await klarsprak(args, { cwd })).toMatchObject({ status: 1, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'rapport.html'), 'utf8')).toMatch(/Så har det gått[\s\S]*maj/)
  })
  it.each([
    ['saknas.json', 'saknas.json'],
    ['a.md', 'a.md är inte JSON'],
    ['annat.json', 'annat.json är inget resultat'],
  ])('says what is wrong with %s and writes nothing', async (earlier, message) => {
    made = folder({ 'a.md': text, 'annat.json': '{"version":1,"files":[{}]}' })
    const { path: cwd } = made
    const args = ['lint', 'a.md', '--format', 'html', '--earlier', earlier, '--output', 'ut.html']
    const { status, stdout, stderr } = await klarsprak(args, { cwd })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(existsSync(join(cwd, 'ut.html'))).toBe(false)
  })
})
