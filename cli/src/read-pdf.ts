import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { DocumentError, writeDocument } from '@klarsprak/documents'
import type { OfficeText } from './office.ts'
import type { PdfAnswer, PdfQuestion } from './pdf-worker.ts'

/** How long a file may take, in milliseconds: several times what one of its size takes. */
const timeFor = ({ length }: Uint8Array) => Math.min(120_000, 15_000 + length / 50)
const megabytes = 1536

let worker: Worker | undefined

/**
 * Reads a PDF in a thread of its own, so that one that was made to take all time or all memory is given up.
 *
 * @throws DocumentError
 */
export function readPdfFile(bytes: Uint8Array): OfficeText {
  worker ??= startWorker()
  const { port1, port2 } = new MessageChannel()
  const done = new Int32Array(new SharedArrayBuffer(4))
  const question: PdfQuestion = { bytes, port: port2, done }
  worker.postMessage(question, [port2])
  const waited = Atomics.wait(done, 0, 0, timeFor(bytes))
  const answer = receiveMessageOnPort(port1)?.message as PdfAnswer | undefined
  port1.close()
  if (waited === 'timed-out' || !answer) {
    void worker.terminate()
    worker = undefined
    throw new DocumentError('too-large', 'Filen tar för lång tid eller för mycket minne att läsa. Dela upp den.')
  }
  if ('fault' in answer) throw new DocumentError('damaged', answer.fault)
  if ('error' in answer) throw answer.error
  const { paragraphs, lang, notices } = answer.text
  return { document: writeDocument(paragraphs, lang), notices }
}

function startWorker(): Worker {
  const started = new Worker(new URL('./pdf-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  // What it dies of is found by the one that waits.
  started.on('error', () => {
    worker = undefined
  })
  started.unref()
  return started
}
