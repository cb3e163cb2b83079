import { Argument, Option } from 'commander'
import {
  type LintOptions,
  lintOptions,
  readingOptions,
  type SiteOptions,
  serveOptions,
  siteOptions,
} from './options.ts'
import type { ServeOptions } from './serve.ts'
import { SwedishCommand } from './swedish-commander.ts'
import { standardOutput } from './terminal.ts'
import { version } from './version.ts'

const output = { writeOut: (text: string) => void standardOutput().write(text), writeErr: () => {} }

/**
 * The command line. Each command is loaded when it is run.
 *
 * @param exit takes the status of the command that was run
 * @param first the first argument
 */
export function createProgram(exit: (status: number) => void, first: string | undefined): SwedishCommand {
  const program = new SwedishCommand('klarsprak')
  program
    .description('Granskar svensk text och visar vad som gör den svårläst, varför och vad du kan skriva i stället.')
    .version(version, '-V, --version', 'visa programmets version')
    .helpOption('-h, --help', 'visa hjälpen')
    .helpCommand('help [kommando]', 'visa hjälpen för ett kommando')
    .configureOutput(output)
    .exitOverride()

  const command = (name: string, description: string): SwedishCommand =>
    (program.command(name) as SwedishCommand)
      .description(description)
      .helpOption('-h, --help', 'visa hjälpen')
      .configureOutput(output)
      .exitOverride() as SwedishCommand
  const format = (...choices: string[]) =>
    new Option('--format <format>', 'hur resultatet visas').choices(choices).default(choices[0])

  lintOptions(command('lint', 'Granska filer, mappar eller texten från standard in.'))
    .argument('[sökväg...]', 'filer, mappar eller mönster; - för standard in')
    .action(async (paths: string[], options: LintOptions, self: SwedishCommand) => {
      const { lint } = await import('./commands/lint.ts')
      exit(await lint(paths, options, self))
    })

  // Linting happens at every save and commit: it does not wait for the others to be set up.
  if (first === 'lint') return program

  readingOptions(command('analyze', 'Visa vad programmet ser: meningar, ord och ordklasser.'))
    .argument('[fil]', 'en fil; annars standard in')
    .addOption(format('conllu', 'json'))
    .action(async (path: string | undefined, options) => {
      const { analyze } = await import('./commands/analyze.ts')
      await analyze(path, options)
    })

  readingOptions(command('metrics', 'Visa läsbarhetsmått: lix, ovix, nominalkvot och meningslängder.'))
    .argument('[sökväg...]', 'filer, mappar eller mönster; - för standard in')
    .addOption(format('pretty', 'json'))
    .action(async (paths: string[], options) => {
      const { metrics } = await import('./commands/metrics.ts')
      exit(await metrics(paths, options))
    })

  readingOptions(command('checklist', 'Fyll i checklistan för klarspråk så långt det går för texter.'))
    .argument('[sökväg...]', 'filer, mappar eller mönster; - för standard in')
    .addOption(format('markdown', 'html', 'json'))
    .action(async (paths: string[], options) => {
      const { checklist } = await import('./commands/checklist.ts')
      exit(await checklist(paths, options))
    })

  readingOptions(command('diff', 'Jämför två versioner av en text: vad blev bättre och vad blev sämre?'))
    .argument('<gammal>', 'den gamla versionen; - för standard in')
    .argument('<ny>', 'den nya versionen')
    .addOption(format('pretty', 'json'))
    .action(async (before: string, after: string, options) => {
      const { diff } = await import('./commands/diff.ts')
      await diff(before, after, options)
    })

  command('rules', 'Lista alla regler.')
    .addOption(format('pretty', 'json'))
    .action(async (options) => {
      const { rules } = await import('./commands/rules.ts')
      await rules(options)
    })

  command('explain', 'Förklara en regel: vad den hittar, varför och vad du kan skriva i stället.')
    .argument('<regel>', 'regelns namn, till exempel passiv-form')
    .action(async (id: string) => {
      const { explain } = await import('./commands/rules.ts')
      await explain(id)
    })

  command('config', 'Visa vilka inställningar som gäller för en fil och var de kommer ifrån.')
    .argument('<fil>', 'filen behöver inte finnas')
    .option('--config <fil>', 'använd den här inställningsfilen i stället för den som ligger närmast')
    .addOption(format('pretty', 'json'))
    .action(async (path: string, options) => {
      const { config } = await import('./commands/config.ts')
      await config(path, options)
    })

  command('init', 'Skapa en inställningsfil i den här mappen.').action(async () => {
    const { init } = await import('./commands/init.ts')
    await init()
  })

  siteOptions(command('site', 'Granska sidorna på en webbplats, en i taget och så långt robots.txt tillåter.'))
    .argument('<adress>', 'webbplatsens första sida, eller en webbplatskarta (sitemap.xml)')
    .action(async (address: string, options: SiteOptions) => {
      const { site } = await import('./commands/site.ts')
      exit(await site(address, options))
    })

  serveOptions(
    command('serve', 'Starta tjänsten som granskar texter över HTTP, med en webbsida och LanguageTools protokoll.'),
  ).action(async (options: ServeOptions) => {
    const { serve } = await import('./commands/serve.ts')
    await serve(options)
  })

  command('lsp', 'Starta språkservern, som visar träffar i editorer medan du skriver.')
    .option('--stdio', 'tala med editorn över standard in och standard ut (det enda sättet)')
    .action(async () => {
      const { lsp } = await import('./commands/lsp.ts')
      lsp()
    })

  command('completion', 'Skriv ut ett skript som låter skalet fylla i kommandon och val.')
    .addArgument(new Argument('<skal>', 'vilket skal du använder').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completion } = await import('./commands/completion.ts')
      await completion(program, shell)
    })

  return program
}
