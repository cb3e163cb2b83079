import { loadProgram } from '@klarsprak/server/launching'
import type * as program from './main.ts'
import { tune } from './tune.ts'
import { version } from './version.ts'

const args = process.argv.slice(2)
// Answered before anything else is set up: scripts ask for it often.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else {
  const { main } = loadProgram<typeof program>(import.meta.dirname, 'program').exports
  // After the cache has been read, which V8 turns down where flags differ. The language server has one of its own.
  if (args[0] !== 'lsp') tune(args[0] === 'serve')
  void main(args).then((status) => {
    process.exitCode = status
  })
}
