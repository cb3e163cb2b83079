import type { Message } from 'vscode-languageserver/node'

/** JSON that has been written already, to stand as a member of what is sent. */
export class WrittenJson {
  /** UTF-8. */
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** Stands in a message where written JSON goes. */
const mark = '#written#'
const quotedMark = JSON.stringify(mark)

/** Writes messages as JSON; a member of their parameters or of their result may be `WrittenJson`. */
export const jsonEncoder = {
  name: 'application/json',
  encode(message: Message): Promise<Uint8Array> {
    try {
      return Promise.resolve(encode(message))
    } catch (error) {
      return Promise.reject(error)
    }
  },
}

function encode(message: Message & { params?: unknown; result?: unknown }): Buffer {
  for (const part of ['params', 'result'] as const) {
    const members = Object.entries(message[part] ?? {})
    const found = members.findIndex(([, value]) => value instanceof WrittenJson)
    if (found < 0) continue
    // As the last member, so that no other can hold the mark after it.
    const [[name, written]] = members.splice(found, 1) as [[string, WrittenJson]]
    const text = JSON.stringify({ ...message, [part]: { ...Object.fromEntries(members), [name]: mark } })
    const at = text.lastIndexOf(quotedMark)
    return Buffer.concat([
      Buffer.from(text.slice(0, at)),
      written.bytes,
      Buffer.from(text.slice(at + quotedMark.length)),
    ])
  }
  return Buffer.from(JSON.stringify(message))
}
