import type { RuleMeta } from '@klarsprak/engine'
import { didYouMean, nearestName } from '@klarsprak/engine'
import { severityNames } from '@klarsprak/report'
import { pageOf } from 'retext-klarsprak/pages'
import { UserError } from '../errors.ts'
import { openLinter } from '../linter.ts'
import { print } from '../terminal.ts'

/** Lists the rules. */
export async function rules({ format }: { format: 'pretty' | 'json' }): Promise<void> {
  const metas = openLinter().rules
  if (format === 'json') await print(`${JSON.stringify({ version: 1, rules: metas }, null, 2)}\n`)
  else {
    const width = Math.max(...metas.map(({ id }) => id.length))
    for (const meta of metas) await print(`${meta.id.padEnd(width)}  ${levelOf(meta).padEnd(8)}  ${meta.description}\n`)
  }
}

function levelOf({ enabled, severity }: RuleMeta): string {
  return enabled ? severityNames[severity] : 'av'
}

/** Prints the page of a rule. */
export async function explain(name: string): Promise<void> {
  const metas = openLinter().rules
  const meta = metas.find(({ id, aliases }) => id === name || aliases?.includes(name))
  if (!meta) {
    const nearest = nearestName(
      name,
      metas.map(({ id }) => id),
    )
    throw new UserError(`Regeln ”${name}” finns inte.${didYouMean(nearest)} Se alla regler: klarsprak rules`)
  }
  await print(plain(await pageOf(meta.id)))
}

/** A page as it reads best in a terminal: its Markdown, without the marks that only steer the generator. */
function plain(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?-->\n?/g, '').replace(/\n{3,}/g, '\n\n')
}
