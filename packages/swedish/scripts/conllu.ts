// Reads plain text on standard input and prints it as CoNLL-U.
import { text } from 'node:stream/consumers'
import { analyse, syntax, toConllu } from '../src/index.ts'

const analysis = analyse(await text(process.stdin))
process.stdout.write([...toConllu([{ analysis, syntax }])].join(''))
