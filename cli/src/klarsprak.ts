import { loadProgram } from './load-program.ts'
import { version } from './version.ts'

const args = process.argv.slice(2)
// Answered before anything else is set up: scripts ask for it often.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else
  void loadProgram(import.meta.dirname)
    .main(args)
    .then((status) => {
      process.exitCode = status
    })
