/** What a service is started with. Sizes are in bytes, times in milliseconds. */
export interface ServiceOptions {
  /** The address to listen on. One that others can reach needs `tokens`. */
  host: string
  /** 0 for any that is free. */
  port: number
  /** The file of token hashes; every request to the API needs a token where it is given. */
  tokens?: string
  /** Origins of web pages that may call the API from a browser. */
  origins: readonly string[]
  /** The house's settings file; the rules' own levels where left out. */
  config?: string
  /** Where people reach the service: the addresses of rule pages begin with it. */
  publicUrl?: string
  workers: number
  /** The largest body of a request. */
  maxBody: number
  /** The longest that a worker may spend on a text, and that a text may wait for a worker. */
  timeLimit: number
  /** The longest that a client may take to send a request. */
  receiveLimit: number
  /** Requests a minute for each token; 0 for no limit. */
  rate: number
  /** Texts that may wait for a worker. */
  maxQueue: number
}

export const defaults = {
  host: '127.0.0.1',
  port: 8081,
  origins: [],
  maxBody: 2 * 1024 * 1024,
  timeLimit: 10_000,
  receiveLimit: 15_000,
  rate: 6000,
  maxQueue: 256,
} as const satisfies Partial<ServiceOptions>
