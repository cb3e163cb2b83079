import { reportFormats } from '@klarsprak/report'
import { InvalidArgumentError, Option } from 'commander'
import type { SwedishCommand } from './swedish-commander.ts'

/** What `klarsprak lint` was asked to do. */
export interface LintOptions {
  stdinFilename?: string
  stdinJsonl?: boolean
  format: (typeof reportFormats)[number]
  output?: string
  profile?: string
  rule: [id: string, level: string][]
  only: string[]
  fix?: boolean
  fixDryRun?: boolean
  failOn: 'error' | 'warning' | 'suggestion'
  gate?: boolean
  maxWarnings?: number
  main?: string
  encoding?: string
  baseline?: string
  updateBaseline?: boolean
  changed?: string | true
  cache?: boolean
  threads?: number
  timing?: boolean
  quiet?: boolean
  config?: string
  color?: boolean
  earlier: string[]
  annotate?: string
}

/** What `klarsprak site` was asked to do. */
export interface SiteOptions
  extends Pick<
    LintOptions,
    'format' | 'output' | 'earlier' | 'profile' | 'main' | 'rule' | 'only' | 'failOn' | 'quiet' | 'config' | 'color'
  > {
  maxPages: number
  maxDepth: number
  /** Seconds. */
  delay: number
}

/** The engine's own, which is not loaded for the sake of them. */
export const profiles = ['webb', 'press', 'brev', 'beslut', 'rapport', 'protokoll', 'lattlast', 'strikt'] as const

/** Levels as they are written, in the words of the settings and in those of the reports. */
const levels: Readonly<Record<string, string>> = {
  off: 'off',
  av: 'off',
  suggestion: 'suggestion',
  förslag: 'suggestion',
  warning: 'warning',
  varning: 'warning',
  error: 'error',
  fel: 'error',
}
const levelHelp = 'Nivåerna är error (fel), warning (varning), suggestion (förslag) och off (av).'

function level(value: string): string {
  const known = Object.hasOwn(levels, value) ? levels[value] : undefined
  if (known === undefined || known === 'off')
    throw new InvalidArgumentError('Välj error (fel), warning (varning) eller suggestion (förslag).')
  return known
}

function collect(value: string, before: string[] | undefined): string[] {
  return [
    ...(before ?? []),
    ...value
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  ]
}

function collectRule(value: string, before: [string, string][] | undefined): [string, string][] {
  const [id = '', written = ''] = value.split('=')
  const known = Object.hasOwn(levels, written) ? levels[written] : undefined
  if (id === '' || known === undefined)
    throw new InvalidArgumentError(
      `Skriv regelns namn, likhetstecken och nivå, till exempel passiv-form=off. ${levelHelp}`,
    )
  return [...(before ?? []), [id, known]]
}

function between(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = wholeNumber(value)
    if (number < least || number > most)
      throw new InvalidArgumentError(`Skriv ett helt tal från ${least} till ${most}.`)
    return number
  }
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Skriv ett helt tal, till exempel 10.')
  return Number(value)
}

/** The options that every command that reads texts shares. */
export function readingOptions(command: SwedishCommand): SwedishCommand {
  return command
    .option('--stdin-filename <namn>', 'vad texten från standard in ska heta; ändelsen avgör formatet')
    .addOption(new Option('--profile <texttyp>', 'texttyp för alla filer').choices(profiles))
    .option('--main <väljare>', 'CSS-väljare för den del av en HTML-sida som ska granskas')
    .option('--encoding <namn>', 'teckenkodning för filer som inte är i UTF-8, till exempel windows-1252')
    .option('--config <fil>', 'använd den här inställningsfilen i stället för den som ligger närmast') as SwedishCommand
}

/** The options of `klarsprak serve`. */
export function serveOptions(command: SwedishCommand): SwedishCommand {
  return command
    .option('--host <adress>', 'adress att lyssna på; andra än den egna datorn kräver --tokens (annars 127.0.0.1)')
    .addOption(new Option('--port <nummer>', 'port att lyssna på (annars 8081)').argParser(between(0, 65535)))
    .option('--tokens <fil>', 'fil med token; då behöver alla som använder tjänsten en token')
    .option('--new-token <namn>', 'skapa en token, lägg den i filen som --tokens anger och visa den en gång')
    .addOption(
      new Option('--origin <adress>', 'webbplats som får använda tjänsten från webbläsaren; kan anges flera gånger')
        .argParser(collect)
        .default([], ''),
    )
    .option('--config <fil>', 'använd den här inställningsfilen i stället för den som ligger närmast')
    .option('--public-url <adress>', 'adressen som andra når tjänsten på; länkar till reglerna börjar med den')
    .addOption(
      new Option('--workers <antal>', 'texter som granskas samtidigt (annars en för varje kärna)').argParser(
        between(1, 256),
      ),
    )
    .addOption(new Option('--max-body <kB>', 'största begäran, i kilobyte (annars 2048)').argParser(between(1, 102400)))
    .addOption(new Option('--time-limit <sekunder>', 'längsta tid för en text (annars 10)').argParser(between(1, 600)))
    .addOption(
      new Option('--rate <antal>', 'anrop i minuten för varje token, 0 för obegränsat (annars 6000)').argParser(
        wholeNumber,
      ),
    )
    .addOption(
      new Option('--max-queue <antal>', 'texter som får vänta på sin tur (annars 256)').argParser(wholeNumber),
    ) as SwedishCommand
}

function seconds(value: string): number {
  if (!/^\d{1,4}(?:[.,]\d{1,3})?$/.test(value))
    throw new InvalidArgumentError('Skriv antalet sekunder, till exempel 2.')
  return Number(value.replace(',', '.'))
}

/** The options of `klarsprak site`. */
export function siteOptions(command: SwedishCommand): SwedishCommand {
  return command
    .addOption(new Option('--format <format>', 'hur resultatet visas').choices(reportFormats).default('pretty'))
    .option('--output <fil>', 'skriv resultatet till en fil')
    .addOption(earlierOption())
    .addOption(new Option('--max-pages <antal>', 'hur många sidor som granskas').argParser(wholeNumber).default(200))
    .addOption(
      new Option('--max-depth <antal>', 'hur många länkar bort från första sidan').argParser(wholeNumber).default(5),
    )
    .addOption(new Option('--delay <sekunder>', 'pausen mellan två sidor').argParser(seconds).default(1))
    .addOption(new Option('--profile <texttyp>', 'texttyp för alla sidor').choices(profiles))
    .option('--main <väljare>', 'CSS-väljare för den del av sidorna som ska granskas')
    .addOption(
      new Option('--rule <id=nivå>', 'ändra nivån för en regel: off, suggestion, warning eller error')
        .argParser(collectRule)
        .default([], ''),
    )
    .addOption(
      new Option('--only <id>', 'kör bara den här regeln; kan anges flera gånger').argParser(collect).default([], ''),
    )
    .addOption(new Option('--fail-on <nivå>', 'lägsta nivå som ger status 1').argParser(level).default('error'))
    .option('--quiet', 'visa bara fel och varningar')
    .option('--config <fil>', 'använd den här inställningsfilen')
    .option('--color', 'använd färg')
    .option('--no-color', 'använd inte färg') as SwedishCommand
}

function earlierOption(): Option {
  return new Option('--earlier <fil>', 'tidigare resultat i JSON att jämföra med i html; kan anges flera gånger')
    .argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
    .default([], '')
}

/** The options of `klarsprak lint` (the contract of the command line). */
export function lintOptions(command: SwedishCommand): SwedishCommand {
  readingOptions(command)
    .addOption(
      new Option('--stdin-jsonl', 'läs en text på varje rad från standard in och svara med en rad för varje').implies({
        format: 'jsonl',
      }),
    )
    .addOption(new Option('--format <format>', 'hur resultatet visas').choices(reportFormats).default('pretty'))
    .option('--output <fil>', 'skriv resultatet till en fil')
    .addOption(earlierOption())
    .addOption(
      new Option('--rule <id=nivå>', 'ändra nivån för en regel: off, suggestion, warning eller error')
        .argParser(collectRule)
        .default([], ''),
    )
    .addOption(
      new Option('--only <id>', 'kör bara den här regeln; kan anges flera gånger').argParser(collect).default([], ''),
    )
    .option('--fix', 'rätta det som kan rättas utan risk')
    .addOption(new Option('--fix-dry-run', 'visa vad --fix skulle ändra, utan att skriva något').conflicts('fix'))
    .addOption(
      new Option('--annotate <kopia>', 'skriv en kopia av Word-filen med träffarna som kommentarer').conflicts([
        ...['fix', 'fixDryRun', 'baseline', 'updateBaseline', 'changed', 'stdinJsonl'],
      ]),
    )
    .addOption(new Option('--fail-on <nivå>', 'lägsta nivå som ger status 1').argParser(level).default('error'))
    .addOption(
      new Option(
        '--gate',
        'ge status 1 när inställningen publish stoppar texten; det som --fix kan rätta stoppar inte',
      ).conflicts('failOn'),
    )
    .addOption(
      new Option('--max-warnings <antal>', 'status 1 om det finns fler varningar än så').argParser(wholeNumber),
    )
    .option('--baseline <fil>', 'visa bara det som inte finns i den här baslinjen')
    .option('--update-baseline', 'skriv dagens träffar till baslinjen')
    .option('--changed [revision]', 'visa bara träffar på rader som har ändrats sedan en Git-revision (annars HEAD)')
    .option('--cache', 'spara resultat mellan körningar och granska bara det som har ändrats')
    .addOption(
      new Option(
        '--threads <antal>',
        'trådar som granskar filer samtidigt (annars en för varje kärna när det lönar sig)',
      ).argParser(between(1, 64)),
    )
    .option('--timing', 'visa hur lång tid varje regel tog')
    .option('--quiet', 'visa bara fel och varningar')
    .option('--color', 'använd färg')
    .option('--no-color', 'använd inte färg')
  return command
}
