import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from './run.ts'

const text = '# Så höjs skatten\n\nSkatten höjs med 2%.\n'

describe('lint --format html', () => {
  it('shows a text from a file and from standard input, with its marks', async () => {
    const { run } = inFolder({ 'a.md': text })
    const file = await run(['lint', 'a.md', '--format', 'html'])
    expect(file).toMatchObject({ status: 1, stderr: '' })
    expect(file.stdout).toContain('<span class="mark error">2%</span>')
    const input = await run(['lint', '--format', 'html'], 'Skatten höjs med 2%.')
    expect(input.stdout).toContain('<span class="mark error">2%</span>')
  })
  it('shows what a baseline leaves, in the text as in the list', async () => {
    const { run } = inFolder({ 'a.md': text })
    await run(['lint', 'a.md', '--baseline', 'b.json', '--update-baseline'])
    const { stdout } = await run(['lint', 'a.md', '--format', 'html', '--baseline', 'b.json'])
    expect(stdout).toContain('Inget att anmärka på.')
    expect(stdout).toContain('Skatten höjs med 2%.')
    expect(stdout).not.toContain('class="mark')
  })
  it('compares with earlier results', async () => {
    const { path, run } = inFolder({ 'a.md': text, 'b.md': text })
    await run(['lint', '.', '--format', 'json', '--output', 'maj.json'])
    const args = ['lint', '.', '--format', 'html', '--earlier', 'maj.json', '--output', 'rapport.html']
    expect(await run(args)).toMatchObject({ status: 1, stdout: '', stderr: '' })
    expect(readFileSync(join(path, 'rapport.html'), 'utf8')).toMatch(/Så har det gått[\s\S]*maj/)
  })
  it.each([
    ['saknas.json', 'saknas.json'],
    ['a.md', 'a.md är inte JSON'],
    ['annat.json', 'annat.json är inget resultat'],
  ])('says what is wrong with %s and writes nothing', async (earlier, message) => {
    const { path, run } = inFolder({ 'a.md': text, 'annat.json': '{"version":1,"files":[{}]}' })
    const args = ['lint', 'a.md', '--format', 'html', '--earlier', earlier, '--output', 'ut.html']
    const { status, stdout, stderr } = await run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(existsSync(join(path, 'ut.html'))).toBe(false)
  })
})
