import { counterpart } from '@klarsprak/counterparts'
import { afterAll, describe, expect } from 'vitest'
import { Editor, type Suite, testNames } from './editor.ts'
import { texts } from './texts.ts'

const needs = ['vscode', 'vscodeNode', 'chromium'] as const

/** The suites that run in the editor: with a folder or without, trusted or not. */
const suites = [
  { name: 'editing', inFolder: true, trusted: true },
  { name: 'alone', inFolder: false, trusted: true },
  { name: 'restricted', inFolder: true, trusted: false },
]

for (const { name, inFolder, trusted } of suites)
  describe(`VS Code: ${name}`, () => {
    let editor: Promise<Editor> | undefined
    let suite: Promise<Suite> | undefined
    afterAll(async () => {
      await (await suite)?.stop()
      await (await editor)?.stop()
    })

    for (const test of testNames(name))
      counterpart(needs, test, async () => {
        editor ??= Editor.start(texts, { trusted })
        suite ??= editor.then((started) => started.startSuite(name, inFolder))
        const { error, notes } = await (await suite).resultOf(test)
        if (Object.keys(notes).length > 0) console.log(test, notes)
        expect(error).toBeNull()
      })
  })
