import { loadProgram } from '@klarsprak/server/launching'
import type * as program from './main.ts'
import { tune } from './tune.ts'
import { version } from './version.ts'

const args = process.argv.slice(2)
// Answered before anything else is set up: scripts ask for it often.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else {
  tune()
  const { main } = loadProgram<typeof program>(import.meta.dirname, 'program').exports
  void main(args).then((status) => {
    process.exitCode = status
  })
}
