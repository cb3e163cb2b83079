import { counterpart } from '@klarsprak/counterparts'
import { afterAll, describe, expect } from 'vitest'
import { Editor, type HostResult, testNames } from './editor.ts'
import { texts } from './texts.ts'

let editor: Editor | undefined
let running: Promise<Editor> | undefined
const suites = new Map<string, Promise<HostResult[]>>()

/** What a test of a suite came to; the whole suite runs when the first is asked for. */
async function resultOf(suite: string, name: string, inFolder: boolean): Promise<HostResult> {
  running ??= Editor.start(texts)
  editor = await running
  let results = suites.get(suite)
  if (!results) {
    results = editor.runSuite(suite, { inFolder })
    suites.set(suite, results)
  }
  const result = (await results).find((one) => one.name === name)
  if (!result) throw new Error(`the editor did not run ”${name}”`)
  return result
}

afterAll(() => editor?.stop())

for (const [suite, inFolder] of [
  ['editing', true],
  ['alone', false],
] as const)
  describe(`VS Code: ${suite}`, () => {
    for (const name of testNames(suite))
      counterpart(['vscode', 'vscodeNode', 'chromium'], name, async () => {
        const { error, notes } = await resultOf(suite, name, inFolder)
        if (Object.keys(notes).length > 0) console.log(name, notes)
        expect(error).toBeNull()
      })
  })
