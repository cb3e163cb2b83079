import { setFlagsFromString } from 'node:v8'
import { loadProgram } from './load-program.ts'
import { version } from './version.ts'

const args = process.argv.slice(2)
// Answered before anything else is set up: scripts ask for it often.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else {
  const { main } = loadProgram(import.meta.dirname)
  // Young memory that grows in one step spares a short run most of its collections. Set after the cache has been read,
  // which V8 turns down where flags differ, and only where V8 is known to have the flag.
  if (Number.parseInt(process.versions.node, 10) <= 24) setFlagsFromString('--semi-space-growth-factor=16')
  void main(args).then((status) => {
    process.exitCode = status
  })
}
