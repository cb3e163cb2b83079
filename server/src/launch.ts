import type * as server from './index.ts'
import { loadProgram, optimiseLater } from './launching.ts'

const { serveStdio } = loadProgram<typeof server>(import.meta.dirname, 'program').exports
optimiseLater()
serveStdio()
