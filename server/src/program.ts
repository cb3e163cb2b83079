import { serveStdio } from './index.ts'

export { serveStreams } from './index.ts'

/** Starts the server: what the launcher calls. */
export const start = serveStdio
