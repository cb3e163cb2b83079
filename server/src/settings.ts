import type { SettingsRequest } from '@klarsprak/engine'
import { profiles } from '@klarsprak/engine'
import type { Connection } from 'vscode-languageserver'

/** What a user sets in the editor for a file or a folder: `klarsprak.*`. */
export interface EditorSettings {
  /** Off: the file gets no findings. */
  enable: boolean
  /** Weighs more than what text and settings files say; the empty string for none. */
  profile: string
  /** Path of a settings file to use in place of the nearest; the empty string for none. */
  config: string
  /** When findings are shown anew. */
  run: 'onType' | 'onSave'
  codeLens: boolean
}

const defaultSettings: EditorSettings = { enable: true, profile: '', config: '', run: 'onType', codeLens: true }

/** The settings of each document, asked for once and kept until they change. */
export class SettingsStore {
  readonly #connection: Connection
  readonly #kept = new Map<string, Promise<EditorSettings>>()
  #shared: EditorSettings = defaultSettings
  /** The client answers `workspace/configuration`. */
  asks = false

  constructor(connection: Connection) {
    this.#connection = connection
  }

  of(uri: string): Promise<EditorSettings> {
    if (!this.asks) return Promise.resolve(this.#shared)
    let settings = this.#kept.get(uri)
    if (!settings) {
      settings = this.#connection.workspace
        .getConfiguration({ scopeUri: uri, section: 'klarsprak' })
        .then(readSettings, () => this.#shared)
      this.#kept.set(uri, settings)
    }
    return settings
  }

  forget(uri: string): void {
    this.#kept.delete(uri)
  }

  /** The settings have changed; clients that cannot be asked send them along. */
  change(sent: unknown): void {
    this.#kept.clear()
    const section = isRecord(sent) ? sent.klarsprak : undefined
    if (section !== undefined) this.#shared = readSettings(section)
  }
}

/** Values that are missing or wrong are the defaults. */
function readSettings(value: unknown): EditorSettings {
  const given = isRecord(value) ? value : {}
  const codeLens = isRecord(given.codeLens) ? given.codeLens.enable : given.codeLens
  return {
    enable: typeof given.enable === 'boolean' ? given.enable : defaultSettings.enable,
    profile: typeof given.profile === 'string' ? given.profile : defaultSettings.profile,
    config: typeof given.config === 'string' ? given.config : defaultSettings.config,
    run: given.run === 'onSave' ? 'onSave' : defaultSettings.run,
    codeLens: typeof codeLens === 'boolean' ? codeLens : defaultSettings.codeLens,
  }
}

/** The part of the settings that steers the linter. */
export function settingsRequest({ profile, config }: EditorSettings): SettingsRequest {
  const named = profiles.find((name) => name === profile)
  return {
    origin: 'editorns inställning',
    ...(named === undefined ? {} : { profile: named }),
    ...(config === '' ? {} : { config }),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
