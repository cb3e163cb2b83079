import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'

/**
 * What the user reads is written in Swedish in the code, since most of our users run the editor in English and write in
 * Swedish. Translations are loaded where the user asks for another language.
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
