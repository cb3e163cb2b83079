import { Problem } from './problem.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The text of a body. A byte order mark is kept.
 *
 * @throws {Problem} where it is not UTF-8: letters that are replaced would be judged as if the writer had written them
 */
export function utf8Of(body: Uint8Array): string {
  try {
    return decoder.decode(body)
  } catch {
    throw notUtf8()
  }
}

export function notUtf8(): Problem {
  return new Problem('ogiltig-begaran', 'Begäran är inte i UTF-8. Skicka texten i den teckenkodningen.')
}
