import { type MessagePort, parentPort } from 'node:worker_threads'
import { type PdfText, readPdf } from '@klarsprak/office/pdf'

/** What the worker is asked. */
export interface PdfQuestion {
  bytes: Uint8Array
  /** Where the answer goes. */
  port: MessagePort
  /** Set to 1 and woken when the answer is there. */
  done: Int32Array
}

/** What came of a file. A fault of the file is a Swedish message; any other is the error itself. */
export type PdfAnswer = { text: PdfText } | { fault: string } | { error: unknown }

parentPort?.on('message', async ({ bytes, port, done }: PdfQuestion) => {
  port.postMessage(await answer(bytes))
  Atomics.store(done, 0, 1)
  Atomics.notify(done, 0)
})

async function answer(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    return { text: await readPdf(bytes) }
  } catch (error) {
    return error instanceof Error && error.name === 'DocumentError' ? { fault: error.message } : { error }
  }
}
