export { rules } from '../generated/index.ts'
export { presets } from '../generated/presets.ts'
