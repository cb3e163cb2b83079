// Builds the static site: `build.ts FOLDER [--address URL]`.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { siteAddress } from 'retext-klarsprak'
import { buildSite, SiteError } from '../src/index.ts'

const usage = `Skriv så här: node scripts/site.mjs MAPP [--address ${siteAddress}]`

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { address: { type: 'string', default: siteAddress } } })
  } catch {
    return stop(usage)
  }
}

const {
  positionals: [folder, ...more],
  values,
} = readArguments()
if (!folder || more.length > 0) stop(usage)
const address = URL.canParse(values.address) ? new URL(values.address) : undefined
if (!address || !/^https?:$/.test(address.protocol) || !address.href.endsWith('/'))
  stop(`Adressen ska börja med https:// och sluta med ett snedstreck: ${siteAddress}`)
try {
  const target = resolve(folder)
  const pages = await buildSite(fileURLToPath(new URL('../../../', import.meta.url)), target, address.href)
  console.log(`${pages} sidor i ${target}`)
} catch (error) {
  const known = error instanceof SiteError || (error as NodeJS.ErrnoException).code !== undefined
  if (!known) throw error
  stop((error as Error).message)
}
