import { serveStdio } from './index.ts'

serveStdio()
