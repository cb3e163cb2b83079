/** Languages that a script tells, in the order they are tried; the last of a script is its default. */
const SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
  [/[پچژگک]/u, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/[іїєґ]/iu, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Ethiopic}/u, 'ti'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
]

/** The language that the script of a text tells, `und` for a script that is not listed. For texts without Latin letters. */
export function languageOfScript(text: string): string {
  return SCRIPTS.find(([script]) => script.test(text))?.[1] ?? 'und'
}
