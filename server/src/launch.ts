import type * as server from './index.ts'
import { loadProgram, optimiseLater } from './launching.ts'

optimiseLater()
const { serveStdio } = loadProgram<typeof server>(import.meta.dirname, 'program').exports
serveStdio()
