import type { FromWorker, ToWorker } from './tasks/task.ts'
import { TextLinter } from './tasks/text-linter.ts'

/** A process that lints one text at a time, for the service that started it. */
let linter: TextLinter | undefined

process.on('message', async (message: ToWorker) => {
  switch (message.type) {
    case 'start':
      return start(message)
    case 'reload':
      return linter?.reload()
    case 'task': {
      const answer = await linter!.run(message.task)
      return tell({ type: 'answer', id: message.id, answer, memory: process.memoryUsage.rss() })
    }
  }
})

// The service tells its workers when to stop, whatever the terminal sends to all of them.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
// Nobody is left to answer.
process.on('disconnect', () => process.exit())

async function start({ settings }: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  try {
    linter = new TextLinter(settings)
    await linter.start()
    tell({ type: 'ready', rules: linter.rules })
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

function tell(message: FromWorker): void {
  process.send?.(message)
}
