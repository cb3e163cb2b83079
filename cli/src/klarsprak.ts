import { loadProgram } from './load-program.ts'
import { tune } from './tune.ts'
import { version } from './version.ts'

const args = process.argv.slice(2)
// Answered before anything else is set up: scripts ask for it often.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else {
  const { main } = loadProgram(import.meta.dirname)
  // After the cache has been read, which V8 turns down where flags differ.
  tune(args[0] === 'lsp' || args[0] === 'serve')
  void main(args).then((status) => {
    process.exitCode = status
  })
}
