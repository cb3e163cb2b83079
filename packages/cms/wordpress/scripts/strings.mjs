// Finds the strings that are to be translated, in PHP and JavaScript alike.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Scripts of the browser, each with the handle that WordPress finds its translations by. */
export const scripts = { 'assets/editor.js': 'klarsprak-editor', 'assets/settings.js': 'klarsprak-settings' }

const call = /\b(?:esc_(?:html|attr))?_(?:_|e|n)\(\s*((?:'(?:[^'\\]|\\.)*'\s*,\s*)+)[^;]*?'klarsprak'/gs
const literal = /'((?:[^'\\]|\\.)*)'/gs

/**
 * Every string of the sources.
 *
 * @returns {{ msgid: string, plural?: string, files: string[] }[]} in the order of the files
 */
export function sourceStrings() {
  const files = [
    ...readdirSync(`${root}includes`)
      .sort()
      .map((name) => `includes/${name}`),
    ...Object.keys(scripts),
  ]
  const found = new Map()
  for (const file of files) {
    for (const [whole, strings] of readFileSync(root + file, 'utf8').matchAll(call)) {
      const [msgid, plural] = [...strings.matchAll(literal)].map(([, text]) => text.replace(/\\(.)/g, '$1'))
      const isPlural = /^(?:\w*_n)\(/.test(whole)
      const entry = found.get(msgid) ?? { msgid, ...(isPlural ? { plural } : {}), files: [] }
      if (!entry.files.includes(file)) entry.files.push(file)
      found.set(msgid, entry)
    }
  }
  const description = /^ \* Description: +(.+)$/m.exec(readFileSync(`${root}klarsprak.php`, 'utf8'))[1]
  return [{ msgid: description, files: ['klarsprak.php'] }, ...found.values()]
}
