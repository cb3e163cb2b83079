import type { Severity } from 'retext-klarsprak'
import { severityNames } from '../words.ts'

export function Level({ of }: { of: Severity }) {
  return <span class={`level ${of}`}>{severityNames[of]}</span>
}
