import { Command, type CommanderError, Help } from 'commander'

const headings: Record<string, string> = {
  'Usage:': 'Så här används det:',
  'Options:': 'Val:',
  'Commands:': 'Kommandon:',
  'Arguments:': 'Argument:',
  'Global Options:': 'Gemensamma val:',
}

class SwedishHelp extends Help {
  override styleTitle(title: string): string {
    return headings[title] ?? title
  }
  override optionDescription(option: Parameters<Help['optionDescription']>[0]): string {
    const extra: string[] = []
    if (option.argChoices) extra.push(option.argChoices.join(', '))
    if (option.defaultValue !== undefined && option.defaultValue !== false && !Array.isArray(option.defaultValue))
      extra.push(`annars ${option.defaultValueDescription ?? option.defaultValue}`)
    return extra.length > 0 ? `${option.description} (${extra.join('; ')})` : option.description
  }
  override argumentDescription(argument: Parameters<Help['argumentDescription']>[0]): string {
    return argument.argChoices ? `${argument.description} (${argument.argChoices.join(', ')})` : argument.description
  }
  override commandUsage(command: Command): string {
    return super.commandUsage(command).replaceAll('[options]', '[val]').replaceAll('[command]', '[kommando]')
  }
  override subcommandTerm(command: Command): string {
    return super.subcommandTerm(command).replaceAll('[options]', '[val]')
  }
}

/** A command whose help and errors are in Swedish. Errors are thrown as CommanderError, nothing is written or ended. */
export class SwedishCommand extends Command {
  override createCommand(name?: string): SwedishCommand {
    return new SwedishCommand(name)
  }
  override createHelp(): Help {
    return Object.assign(new SwedishHelp(), this.configureHelp())
  }
}

/** Commander's own complaint in Swedish. */
export function translate(error: CommanderError): string {
  const text = error.message.replace(/^error: /, '')
  const quoted = [...text.matchAll(/'([^']*)'/g)].map((match) => match[1]!)
  const guess = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(text)?.[1]
  const hint = guess ? ` Menade du ${guess.replaceAll(', ', ' eller ')}?` : ''
  switch (error.code) {
    case 'commander.unknownOption':
      return `Valet ${quoted[0]} finns inte.${hint}`
    case 'commander.unknownCommand':
      return `Kommandot ${quoted[0]} finns inte.${hint}`
    case 'commander.optionMissingArgument':
      return `Valet ${quoted[0]} behöver ett värde.`
    case 'commander.missingArgument':
      return `Argumentet ${quoted[0]} saknas.`
    case 'commander.excessArguments':
      return `För många argument.`
    case 'commander.conflictingOption':
      return `Valen ${quoted[0]} och ${quoted[1]} går inte att använda tillsammans.`
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are (.+)\.$/.exec(text)?.[1]
      // The value comes first for an argument, last for an option.
      const isArgument = text.startsWith('command-argument')
      const [value, name] = isArgument ? [quoted[0], quoted[1]] : [quoted[1], quoted[0]]
      if (choices) return `${value} är inget giltigt värde för ${name}. Välj något av: ${choices}.`
      // The parsers of our own options throw InvalidArgumentError with a Swedish reason.
      const reason = /is invalid(?: for [^.]*)?\. (.+)$/.exec(text)?.[1]
      return `${quoted[1] ?? ''} är inget giltigt värde för ${quoted[0]}.${reason ? ` ${reason}` : ''}`
    }
    default:
      return text
  }
}
