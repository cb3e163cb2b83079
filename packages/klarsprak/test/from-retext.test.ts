import type { RuleMeta } from '@klarsprak/engine'
import type { Root } from 'nlcst'
import { describe, expect, it } from 'vitest'
import { createLinter, fromRetext, type RetextPlugin } from '../src/index.ts'

const meta: RuleMeta = {
  id: 'fran-retext',
  title: 'Från retext',
  description: 'Hittar prov.',
  why: 'Därför.',
  group: 'ord',
  checklist: [8],
  severity: 'warning',
  enabled: false,
  sources: [],
  options: {},
  zones: ['paragraph'],
  fix: 'suggestion',
  extent: 'word',
}

/** Finds a word through the tree, as retext plugins do. */
const wordPlugin: RetextPlugin = (settings: { word: string }) => (tree: Root, file) => {
  const visit = (node: Root | Root['children'][number]): void => {
    if (!('children' in node)) return
    for (const child of node.children) {
      const text = 'children' in child ? child.children.map((leaf) => ('value' in leaf ? leaf.value : '')).join('') : ''
      if (child.type === 'WordNode' && text === settings.word) {
        const message = file.message(`Unexpected ${text}`, { place: child.position })
        message.expected = ['katt']
      } else visit(child as unknown as Root)
    }
  }
  visit(tree)
}

describe('fromRetext', () => {
  it('runs a plugin as a rule, with places, suppressions and suggestions', async () => {
    const rule = fromRetext(async () => wordPlugin, meta, {
      settings: () => ({ word: 'hund' }),
      message: ({ reason }) => `${reason}!`,
    })
    const linter = createLinter({ rules: [rule] })
    const request = { only: ['fran-retext'] }
    await linter.prepare(request)
    const source = '# Djur\n\nEn **hund** skäller.\n\n”En hund” skäller.\n\n> En hund.\n'
    const { findings } = linter.lint({ ...request, source, format: 'markdown' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      ruleId: 'fran-retext',
      message: 'Unexpected hund!',
      text: 'hund',
      range: { start: { line: 3, column: 6 } },
      suggestions: [{ title: 'Byt till ”katt”', safety: 'suggestion', edits: [{ start: 13, end: 17, text: 'katt' }] }],
    })
  })

  it('says so where nobody loaded the plugin', () => {
    const errors: string[] = []
    const rule = fromRetext(async () => wordPlugin, meta)
    const linter = createLinter({ rules: [rule], onRuleError: (_id, error) => void errors.push(String(error)) })
    expect(linter.lint({ only: ['fran-retext'], source: 'En hund.' }).findings).toEqual([])
    expect(errors).toEqual(['Error: fran-retext is on and has not been loaded: await prepare() first'])
  })
})

describe('retext-lasbarhet', () => {
  const hard = 'Kommunstyrelsens arbetsutskott beslutade att återremittera detaljplaneförslaget.'

  it('is off until somebody turns it on, and then finds hard sentences', async () => {
    const linter = createLinter()
    const on = { rules: { 'retext-lasbarhet': 'warning' } } as const
    expect([linter.isReady(), linter.isReady(on)]).toEqual([true, false])
    await linter.prepare(on)
    const found = (request: object) =>
      linter
        .lint({ source: `${hard} Vi har öppet.`, format: 'text', config: {}, ...request })
        .findings.filter(({ ruleId }) => ruleId === 'retext-lasbarhet')
    expect(found({})).toEqual([])
    expect(found(on).map(({ text }) => text)).toEqual([hard])
    expect(found(on)[0]!.message).toMatch(/^Meningen är svår att läsa enligt [4-7] av 7 engelska läsbarhetsformler\.$/)
    expect(found({ rules: { 'retext-lasbarhet': { minOrd: 50 } } })).toEqual([])
  })
})
