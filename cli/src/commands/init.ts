import { existsSync, writeFileSync } from 'node:fs'
import { configNames } from '@klarsprak/engine'
import { describeFileError, UserError } from '../errors.ts'
import { print } from '../terminal.ts'

const glossaryName = 'ordlista.tsv'

const configText = `{
  // Alla inställningar är frivilliga. Ta bort det du inte behöver.
  // Se vad som gäller för en fil: klarsprak config FIL
  "extends": ["klarsprak:hallefors"],

  // Texttyp: webb, press, brev, beslut, rapport, protokoll, lattlast eller strikt.
  // Utelämna raden om programmet ska gissa för varje text.
  // "profile": "webb",

  "rules": {
    // "passiv-form": "off",
    // "lang-mening": ["warning", { "varningOver": 30 }]
  },

  // Era egna ord: term, former, förklaring och vad man hellre skriver.
  "terms": "${glossaryName}",

  // Olika texter kan ha olika inställningar.
  "overrides": [{ "files": ["press/**"], "profile": "press" }],

  "ignore": ["arkiv/**"]
}
`
const glossaryText = 'term\tformer\tförklaring\tsäg hellre\n'

/** Writes a settings file and an empty glossary in the working folder. Never writes over anything. */
export async function init(): Promise<void> {
  const there = configNames.find((name) => existsSync(name))
  if (there) throw new UserError(`${there} finns redan i den här mappen. Inget är ändrat.`)
  const made: string[] = []
  for (const [name, text] of [
    [configNames[0], configText],
    [glossaryName, glossaryText],
  ] as const) {
    if (existsSync(name)) continue
    try {
      writeFileSync(name, text, { flag: 'wx' })
    } catch (error) {
      throw new UserError(describeFileError(error, name))
    }
    made.push(name)
  }
  await print(`Skapade ${made.join(' och ')}.\nGranska en text: klarsprak lint FIL\n`)
}
