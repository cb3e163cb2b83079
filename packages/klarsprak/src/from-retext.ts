import type {
  AnyOptions,
  AnyRule,
  BlockContext,
  OptionDefinitions,
  OptionValues,
  RuleMeta,
  TextBlock,
} from '@klarsprak/engine'
import type { Root } from 'nlcst'
import type { Plugin, Processor } from 'unified'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** A retext plugin that checks a text and changes nothing. It must not be asynchronous. */
// biome-ignore lint/suspicious/noExplicitAny: settings are the plugin's own affair.
export type RetextPlugin = Plugin<[any?], Root>

export interface FromRetextOptions<D extends OptionDefinitions> {
  /** The plugin's settings from the rule's options. Default: the options as they are. */
  settings?(options: OptionValues<D>): unknown
  /** What a finding says, in Swedish. Default: what the plugin says. */
  message?(message: VFileMessage): string
}

/**
 * Runs a retext plugin as a rule, block by block, on the tree that retext-swedish makes. Zones, levels, suppressions
 * and positions work as for any rule. Its messages become findings; `expected` becomes suggestions.
 *
 * The plugin and unified are loaded by `prepare`, and only where the rule is on.
 *
 * @param load gives the plugin: `async () => (await import('retext-readability')).default`
 */
export function fromRetext<const D extends OptionDefinitions>(
  load: () => Promise<RetextPlugin>,
  meta: RuleMeta<D>,
  { settings = (options) => options, message = ({ reason }) => reason }: FromRetextOptions<D> = {},
): AnyRule {
  let start: ((settings: unknown) => RetextRunner) | undefined
  const runners = new WeakMap<AnyOptions, RetextRunner>()
  return {
    meta,
    load: async () => {
      const [plugin, { unified }, { default: retextSwedish }, { VFile: File }] = await Promise.all([
        load(),
        import('unified'),
        import('retext-swedish'),
        import('vfile'),
      ])
      start = (values) => {
        const processor = unified().use(retextSwedish).use(plugin, values).freeze()
        return (text) => {
          const file = new File(text)
          ;(processor as unknown as Processor<Root, Root, Root>).runSync(processor.parse(file) as Root, file)
          return file
        }
      }
    },
    block: {
      block(block: TextBlock, context: BlockContext<OptionValues<D>>) {
        if (!start) throw new Error(`${meta.id} is on and has not been loaded: await prepare() first`)
        const run = runners.get(context.options) ?? start(settings(context.options))
        runners.set(context.options, run)
        for (const found of run(block.text).messages) report(found, message(found), block, context)
      },
    },
  }
}

type RetextRunner = (text: string) => VFile

function report(found: VFileMessage, message: string, block: TextBlock, context: BlockContext<unknown>): void {
  const { start, end } = placeOf(found, block.text.length)
  const replacements = found.expected ?? []
  context.report({
    at: { start, end },
    message,
    suggestions: replacements.map((text) => ({
      title: text === '' ? 'Ta bort' : `Byt till ”${text}”`,
      safety: 'suggestion',
      edits: [{ start, end, text }],
    })),
  })
}

function placeOf({ place }: VFileMessage, length: number): { start: number; end: number } {
  if (!place) return { start: 0, end: length }
  const [first, last] = 'start' in place ? [place.start, place.end] : [place, place]
  const start = first.offset ?? 0
  return { start, end: Math.max(start, last.offset ?? length) }
}
