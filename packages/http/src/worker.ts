import { Worker } from 'node:worker_threads'
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
// A worker that is deep in a text does not hear that. A thread sees to it that it does not outlive a service that was
// killed.
new Worker(
  `const service = process.ppid
setInterval(() => {
  if (process.ppid !== service) process.kill(process.pid, 'SIGKILL')
}, 500)`,
  { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 8 } },
).unref()

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
