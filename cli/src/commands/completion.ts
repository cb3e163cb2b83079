import type { Command, Option } from 'commander'
import { print } from '../terminal.ts'

/** A completion script for a shell, made from the program's own commands and options. */
export async function completion(program: Command, shell: 'bash' | 'zsh' | 'fish'): Promise<void> {
  await print({ bash, zsh, fish }[shell](program))
}

const options = (command: Command): Option[] => command.options.filter((option) => !option.hidden && option.long)
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

function bash(program: Command): string {
  const cases = program.commands.map((command) => {
    const values = options(command)
      .filter((option) => option.argChoices)
      .map(
        (option) =>
          `      ${option.long}) COMPREPLY=($(compgen -W ${quote(option.argChoices!.join(' '))} -- "$word")); return;;`,
      )
    const names = options(command).map((option) => option.long)
    const previous = values.length > 0 ? `    case "$before" in\n${values.join('\n')}\n    esac\n` : ''
    return `  ${command.name()})\n${previous}    words=${quote([...names, '--help'].join(' '))};;`
  })
  return `# Lägg till i ~/.bashrc: eval "$(klarsprak completion bash)"
_klarsprak() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quote(program.commands.map((command) => command.name()).join(' '))} -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$word" in
  -*) COMPREPLY=($(compgen -W "$words" -- "$word"));;
  *) COMPREPLY=($(compgen -f -- "$word"));;
  esac
}
complete -o filenames -F _klarsprak klarsprak
`
}

function zsh(program: Command): string {
  const escapeSpec = (text: string) => text.replace(/[[\]:]/g, '\\$&')
  const commands = program.commands.map(
    (command) => `    ${quote(`${command.name()}:${escapeSpec(command.description())}`)}`,
  )
  const cases = program.commands.map((command) => {
    const specs = options(command).map((option) => {
      const value = option.argChoices ? `: :(${option.argChoices.join(' ')})` : option.required ? ': :_files' : ''
      return `      ${quote(`${option.long}[${escapeSpec(option.description)}]${value}`)}`
    })
    return `    ${command.name()})\n      _arguments \\\n${[...specs, `      '*:fil:_files'`].join(' \\\n')};;`
  })
  return `#compdef klarsprak
# Lägg till i ~/.zshrc: eval "$(klarsprak completion zsh)"
_klarsprak() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'kommando' commands
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
${cases.join('\n')}
  esac
}
compdef _klarsprak klarsprak
`
}

function fish(program: Command): string {
  const lines = ['# Spara som ~/.config/fish/completions/klarsprak.fish']
  for (const command of program.commands) {
    lines.push(`complete -c klarsprak -n __fish_use_subcommand -a ${command.name()} -d ${quote(command.description())}`)
    for (const option of options(command)) {
      const value = option.argChoices ? ` -x -a ${quote(option.argChoices.join(' '))}` : option.required ? ' -r' : ''
      lines.push(
        `complete -c klarsprak -n '__fish_seen_subcommand_from ${command.name()}' -l ${option.long!.slice(2)}${value} -d ${quote(option.description)}`,
      )
    }
  }
  return `${lines.join('\n')}\n`
}
