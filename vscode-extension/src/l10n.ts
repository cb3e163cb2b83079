import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'

/**
 * What the user reads is written in Swedish in the code. The editor has no Swedish, so its language says nothing of the
 * user's: most of ours run it in English and write in Swedish. Translations are loaded where the setting asks for
 * another language. Titles in `package.nls.json` cannot follow a setting, and stay Swedish.
 */
export const { t } = l10n

/** The translations in force, by Swedish text; empty for Swedish. */
export let translations: Readonly<Record<string, string>> = {}

/** Loads the language that the settings name. */
export function loadTranslations(extensionPath: string): void {
  const language = vscode.workspace.getConfiguration('klarsprak').get('language')
  translations =
    language === 'en' ? JSON.parse(readFileSync(join(extensionPath, 'l10n', 'bundle.l10n.en.json'), 'utf8')) : {}
  l10n.config({ contents: { ...translations } })
}
