import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { counterpart, program, start, until } from '@klarsprak/counterparts'
import { expect } from 'vitest'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const guide = readFileSync(file('../../docs/sv/redigerare.md'), 'utf8')

const text = '# Nytt badhus\n\n👩‍👧 Å, vi höjer priset med 5% i år. Ärendet avgörs av nämnden.\n'

interface Found {
  line: number
  marked: string
  message: string
}

interface Outcome {
  fault?: string
  encoding?: string
  actions: string[]
  opened: Found[]
  fixed: string
  edited: Found[]
  text: string[]
}

/** The first block of code below a heading of the guide: what a user copies. */
function setUp(heading: string): string {
  const section = guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0]
  const code = /```\w+\n([\s\S]*?)```/u.exec(section ?? '')?.[1]
  if (!code) throw new Error(`the guide has no set-up below ”${heading}”`)
  return code
}

/** Lets an editor open the text with the guide's set-up and a `klarsprak` on its path. */
async function drive(editor: string, args: readonly string[], heading: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-editor-'))
  const path = (name: string) => join(folder, name)
  writeFileSync(path('setup'), setUp(heading))
  writeFileSync(path('press.md'), text)
  writeFileSync(
    path('klarsprak'),
    `#!/bin/sh\nexec '${process.execPath}' '${file('../../cli/dist/klarsprak.js')}' "$@"\n`,
  )
  chmodSync(path('klarsprak'), 0o755)
  const running = start(editor, args, {
    cwd: folder,
    env: {
      ...process.env,
      HOME: folder,
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      LANG: 'C.UTF-8',
      SETUP: path('setup'),
      TEXT: path('press.md'),
      OUT: path('outcome.json'),
    },
  })
  try {
    await until(`${editor} ended`, () => running.child.exitCode !== null, 60_000)
    expect(existsSync(path('outcome.json')), running.output()).toBe(true)
    const outcome: Outcome = JSON.parse(readFileSync(path('outcome.json'), 'utf8'))
    expect(outcome.fault, running.output()).toBeUndefined()
    return outcome
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function check({ opened, actions, fixed, edited, text: lines }: Outcome): void {
  const percent = opened.find(({ marked }) => marked === '5%')
  expect(percent).toMatchObject({ line: 2, message: expect.stringContaining('mellanslag') })
  expect(actions).toContainEqual(expect.stringContaining('Undanta procenttecken här'))
  expect(fixed).toBe('👩‍👧 Å, vi höjer priset med 5\u00a0% i år. Ärendet avgörs av nämnden.')
  const [added, kept] = [lines.findIndex((line) => line.includes('7%')), lines.indexOf(fixed)]
  expect(lines[added]).toBe('🎉éäö 👩‍👧 och 7% till.')
  expect(edited.find(({ marked }) => marked === '7%')).toMatchObject({ line: added })
  expect(edited.some(({ marked }) => marked === '5%')).toBe(false)
  // What stands below the edits has moved with its words.
  const passive = edited.find(({ marked }) => marked.startsWith('avgörs') || marked.includes('avgörs av nämnden'))
  expect(passive).toMatchObject({ line: kept })
}

counterpart(['neovim'], 'Neovim shows findings at the right words, mends them, and follows edits', async () => {
  const script = file('editors/neovim.lua')
  const outcome = await drive(
    program('neovim'),
    ['--clean', '--headless', '-c', `luafile ${script}`],
    'Neovim 0.7 till 0.10',
  )
  expect(outcome.encoding).toBe('utf-16')
  check(outcome)
})

counterpart(['emacs'], 'Emacs shows findings at the right words, mends them, and follows edits', async () => {
  check(await drive(program('emacs'), ['--batch', '--load', file('editors/emacs.el')], 'Emacs'))
})
