import { t } from './l10n.ts'

/** The kinds of text with their names in the user's language, the commonest first. */
export function profileNames(): [string, string][] {
  return [
    ['webb', t('Webbsida')],
    ['press', t('Pressmeddelande')],
    ['brev', t('Brev')],
    ['beslut', t('Beslut')],
    ['rapport', t('Rapport')],
    ['protokoll', t('Protokoll')],
    ['lattlast', t('Lättläst')],
    ['strikt', t('Strikt')],
  ]
}

export function profileName(profile: string): string {
  return profileNames().find(([name]) => name === profile)?.[1] ?? profile
}
