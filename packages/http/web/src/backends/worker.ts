import { createLinter, type Engine, reviewText } from 'retext-klarsprak'
import { useLexicon, useModel } from 'retext-swedish'
import type { Answer, Question } from './messages.ts'

/** What this file uses of the worker that it runs in. */
interface Scope {
  location: Location
  postMessage(answer: Answer): void
  onmessage: ((event: MessageEvent<Question>) => void) | null
}
const scope = globalThis as unknown as Scope

const ready = start()
// Whoever asks is told.
ready.catch(() => {})

/** Only the last question waits: older texts have changed since. */
let waiting: Question | undefined
let working = false

scope.onmessage = ({ data }) => {
  waiting = data
  if (!working) void work()
}

async function work(): Promise<void> {
  working = true
  while (waiting) {
    const question = waiting
    waiting = undefined
    scope.postMessage(await answer(question))
    // Questions that came meanwhile are read before the next turn.
    await new Promise((resolve) => setTimeout(resolve))
  }
  working = false
}

async function answer({ id, request: { text, ...settings } }: Question): Promise<Answer> {
  let linter: Engine
  try {
    linter = await ready
  } catch {
    return { id, error: 'Språkmodellen gick inte att hämta. Din text finns kvar här.', broken: true }
  }
  try {
    const request = { ...settings, source: text }
    await linter.prepare(request)
    return { id, review: reviewText(linter, request) }
  } catch (error) {
    const known = error instanceof Error && (error.name === 'DocumentError' || error.name === 'ConfigError')
    return { id, error: known ? error.message : 'Texten gick inte att granska.', broken: false }
  }
}

async function start(): Promise<Engine> {
  const [model, lexicon] = await Promise.all(['swedish.klm', 'lexicon.klm'].map(fetchBytes))
  useModel(model!)
  useLexicon(lexicon!)
  return createLinter()
}

async function fetchBytes(name: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(name, scope.location.href))
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
