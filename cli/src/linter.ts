import type { Engine, SettingsRequest } from '@klarsprak/engine'
import { nodeFileSystem } from '@klarsprak/engine/node'
import { createLinter } from 'retext-klarsprak'
import { say } from './terminal.ts'

/** Characters of text whose results are kept beside the document in hand: what the files of a folder have in common. */
const keptText = 500_000

/**
 * The linter with the settings files of this machine. A rule that fails is skipped and named.
 *
 * @param tell takes what is to be said of such a rule; standard error where left out
 */
export function openLinter(
  onRuleTime?: (id: string, milliseconds: number) => void,
  tell: (message: string) => void = say,
): Engine {
  return createLinter({
    fileSystem: nodeFileSystem(),
    keptText,
    onRuleError: (id, error) => {
      const detail = process.env.KLARSPRAK_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
      tell(`klarsprak: Regeln ${id} gick sönder på ett stycke och hoppades över. Resten granskades.${detail}`)
    },
    ...(onRuleTime ? { onRuleTime } : {}),
  })
}

/** The part of the command line that steers settings. */
export function settingsRequest(options: {
  profile?: string
  config?: string
  rule?: readonly (readonly [string, string])[]
  only?: readonly string[]
}): SettingsRequest {
  const { profile, config, rule = [], only = [] } = options
  return {
    origin: 'kommandoraden',
    ...(profile === undefined ? {} : { profile: profile as NonNullable<SettingsRequest['profile']> }),
    ...(config === undefined ? {} : { config }),
    ...(rule.length === 0 ? {} : { rules: Object.fromEntries(rule) as NonNullable<SettingsRequest['rules']> }),
    ...(only.length === 0 ? {} : { only }),
  }
}
