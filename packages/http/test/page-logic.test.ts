import fc from 'fast-check'
import { createLinter, type LintRequest, type Review, reviewText } from 'retext-klarsprak'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type BackEnd, BackEndError, type ReviewRequest } from '../web/src/backends/back-end.ts'
import { FileError, openFile } from '../web/src/files.ts'
import { carryFindings, liveFindings, safeChanges } from '../web/src/finding.ts'
import { guessFormat } from '../web/src/guess-format.ts'
import { Session } from '../web/src/session.ts'
import { carry, changeBetween, mergeEdits } from '../web/src/text-change.ts'
import { formatNumber, listed, percent, shorten } from '../web/src/words.ts'

const linter = createLinter()
await linter.prepare()
const review = ({ text, ...rest }: ReviewRequest): Review => {
  const request: LintRequest = { ...rest, source: text }
  return reviewText(linter, request)
}
const put = (text: string, { start, end, text: put }: { start: number; end: number; text: string }) =>
  text.slice(0, start) + put + text.slice(end)

describe('changes of a text', () => {
  const pieces = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', '😀', 'å'), { maxLength: 30 })
    .map((list) => list.join(''))

  test('the change between two texts turns one into the other', () => {
    fc.assert(
      fc.property(pieces, pieces, (before, after) => {
        expect(put(before, changeBetween(before, after))).toBe(after)
      }),
    )
  })

  test('a range that is carried over a change still holds the same words', () => {
    fc.assert(
      fc.property(pieces, pieces, fc.nat(30), fc.nat(30), (before, after, one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)]
        if (end > before.length) return
        const carried = carry({ start, end }, changeBetween(before, after))
        if (carried) expect(after.slice(carried.start, carried.end)).toBe(before.slice(start, end))
      }),
    )
  })

  test('edits are made in one go, or not at all where they overlap', () => {
    const edits = [
      { start: 4, end: 7, text: 'B' },
      { start: 0, end: 1, text: 'A' },
    ]
    expect(mergeEdits('xyz.uvw!', edits)).toEqual({ start: 0, end: 7, text: 'Ayz.B' })
    expect(mergeEdits('xyz', [])).toBeUndefined()
    expect(
      mergeEdits('xyz', [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ]),
    ).toBeUndefined()
  })
})

describe('findings while somebody writes', () => {
  const text = 'Intyget skall in. Ansökan behandlas inom 3-4 veckor. Du kan ringa.\n'
  const findings = liveFindings(review({ text, format: 'text' }), text)
  const said = (list: typeof findings) => list.map(({ finding }) => finding.text)

  test('move with the text, and go where they are written in', () => {
    expect(said(findings)).toEqual(expect.arrayContaining(['skall', 'behandlas', '3-4']))
    const before = carryFindings(findings, { start: 0, end: 0, text: 'Hej! ' })
    for (const { start, end, finding } of before) expect(`Hej! ${text}`.slice(start, end)).toBe(finding.text)
    const within = carryFindings(findings, { start: 10, end: 11, text: '' })
    expect(said(within)).not.toContain('skall')
    expect(said(within)).toContain('behandlas')
  })

  test('a suggestion that is taken late still lands on its words', () => {
    const moved = carryFindings(findings, { start: 0, end: 0, text: 'Hej! ' })
    const skall = moved.find(({ finding }) => finding.text === 'skall')!
    expect(put(`Hej! ${text}`, skall.suggestions[0]!.change!)).toBe(`Hej! ${text.replace('skall', 'ska')}`)
  })

  test('all safe changes are made as one', () => {
    const change = mergeEdits(text, safeChanges(findings))!
    expect(put(text, change)).toBe(text.replace('skall', 'ska').replace('3-4', '3–4'))
  })
})

describe('a session', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Answers when it is told to. */
  function heldBackEnd() {
    const asked: { request: ReviewRequest; answer(): void; fail(error: unknown): void; signal: AbortSignal }[] = []
    const backEnd: BackEnd = {
      promise: '',
      rules: { folder: '', suffix: '' },
      review: (request, signal) =>
        new Promise((resolve, reject) => {
          asked.push({ request, signal, answer: () => resolve(review(request)), fail: reject })
        }),
    }
    return { backEnd, asked }
  }

  test('asks after a pause, and takes the answer to the latest text alone', async () => {
    const { backEnd, asked } = heldBackEnd()
    const session = new Session(backEnd)
    session.setText('Intyget skall in.')
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(1)
    session.setText('Intyget skall in snart.')
    expect(asked[0]!.signal.aborted).toBe(true)
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(1)
    session.setText('Ansökan behandlas.')
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked.map(({ request }) => request.text)).toEqual(['Intyget skall in.', 'Ansökan behandlas.'])
    asked[1]!.answer()
    await vi.advanceTimersByTimeAsync(0)
    asked[0]!.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(session.state.phase).toBe('done')
    expect(session.state.findings.map(({ finding }) => finding.text)).toEqual(['behandlas'])
  })

  test('keeps what it has when an answer fails, and asks again by itself where that may help', async () => {
    const { backEnd, asked } = heldBackEnd()
    const session = new Session(backEnd)
    session.setText('Intyget skall in.')
    await vi.advanceTimersByTimeAsync(0)
    asked[0]!.fail(new BackEndError('unreachable', 'Tjänsten svarar inte.', 5))
    await vi.advanceTimersByTimeAsync(0)
    expect(session.state).toMatchObject({ phase: 'failed', text: 'Intyget skall in.' })
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toHaveLength(2)
    asked[1]!.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(session.state).toMatchObject({ phase: 'done', error: undefined })
    session.setText('Intyget skall in!')
    await vi.advanceTimersByTimeAsync(1000)
    asked[2]!.fail(new Error('något annat'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(session.state.error?.message).toBe('Texten gick inte att granska.')
    expect(asked).toHaveLength(3)
  })

  test('keeps the same finding open in a new answer', async () => {
    const { backEnd, asked } = heldBackEnd()
    const session = new Session(backEnd)
    session.setText('Intyget skall in. Ansökan behandlas.')
    await vi.advanceTimersByTimeAsync(0)
    asked[0]!.answer()
    await vi.advanceTimersByTimeAsync(0)
    const open = () => session.state.findings.find(({ index }) => index === session.state.open)?.finding.text
    session.open(session.state.findings.find(({ finding }) => finding.text === 'behandlas')!.index)
    session.setText('Intyget ska in. Ansökan behandlas.')
    expect(open()).toBe('behandlas')
    await vi.advanceTimersByTimeAsync(1000)
    asked[1]!.answer()
    await vi.advanceTimersByTimeAsync(0)
    expect(open()).toBe('behandlas')
    expect(session.state.findings).toHaveLength(1)
  })

  test('lets a finding through the filter when it is opened', async () => {
    const { backEnd, asked } = heldBackEnd()
    const session = new Session(backEnd)
    session.setText('Intyget skall in. Ansökan behandlas.')
    await vi.advanceTimersByTimeAsync(0)
    asked[0]!.answer()
    await vi.advanceTimersByTimeAsync(0)
    session.setFilter({ ruleId: 'skall-form' })
    expect(session.state.shown).toHaveLength(1)
    session.open(session.state.findings.find(({ finding }) => finding.text === 'behandlas')!.index)
    expect(session.state.shown).toHaveLength(2)
    expect(session.state.panel).toBe('findings')
  })

  test('has nothing to say of an empty text', async () => {
    const { backEnd, asked } = heldBackEnd()
    const session = new Session(backEnd)
    session.setText('Intyget skall in.')
    session.setText('')
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toHaveLength(0)
    expect(session.state).toMatchObject({ phase: 'empty', findings: [] })
  })
})

describe('files', () => {
  const file = (name: string, bytes: Uint8Array | string) => new File([bytes as string], name)

  test('are read as they are written', async () => {
    expect(await openFile(file('a.md', '\uFEFF# Hej'))).toMatchObject({ text: '# Hej', format: 'markdown' })
    expect(await openFile(file('A.HTM', '<p>Hej</p>'))).toMatchObject({ format: 'html' })
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x48, 0, 0xe5, 0])
    expect(await openFile(file('a.txt', utf16))).toMatchObject({ text: 'Hå' })
    const windows = await openFile(file('a.txt', Uint8Array.from([0x48, 0xe5])))
    expect(windows.text).toBe('Hå')
    expect(windows.notice).toContain('Windows-1252')
  })

  test('that are no texts are refused, with advice', async () => {
    for (const name of ['a.docx', 'a.pdf', 'a', 'a.exe', 'a.__proto__', 'a.constructor'])
      await expect(openFile(file(name, 'x'))).rejects.toThrow(FileError)
    await expect(openFile(file('a.docx', 'x'))).rejects.toThrow('markera texten')
    await expect(openFile(file('a.txt', 'a\0b'))).rejects.toThrow('inte en textfil')
    await expect(openFile(file('a.txt', new Uint8Array(5_000_001)))).rejects.toThrow('för stor')
  })
})

test('the format is guessed by the looks of a text', () => {
  expect(guessFormat('Hej!\n\nVi ses – 3 < 4.')).toBe('text')
  expect(guessFormat('Pris: 10 * 2 * 3 kronor')).toBe('text')
  expect(guessFormat('# Rubrik\n\nText')).toBe('markdown')
  expect(guessFormat('Läs [mer](https://exempel.se).')).toBe('markdown')
  expect(guessFormat('---\ntexttyp: press\n---\nText')).toBe('markdown')
  expect(guessFormat('<!DOCTYPE html><p>Hej')).toBe('html')
  expect(guessFormat('<p>Hej <b>du</b></p>')).toBe('html')
  expect(guessFormat('Skriv <namn> här')).toBe('text')
})

test('numbers and lists are written as in Swedish', () => {
  expect(formatNumber(12_345)).toBe('12\u00a0345')
  expect(formatNumber(3.14, 1)).toBe('3,1')
  expect(percent(0.125)).toBe('13\u00a0%')
  expect(listed(['ett', 'två', 'tre'])).toBe('ett, två och tre')
  expect(shorten('ett\n två tre', 8)).toBe('ett två…')
})
