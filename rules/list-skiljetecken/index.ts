import { type BlockSummary, defineRule, type Report } from '@klarsprak/engine'
import { isListOfLinks, type List, listsOf } from '../src/lists.ts'
import { fragelada, skrivregler } from '../src/sources.ts'
import type { Span } from '../src/structure.ts'
import { type ItemEnd, introEnd, readEnd } from './ends.ts'

export const rule = defineRule({
  meta: {
    id: 'list-skiljetecken',
    title: 'Skiljetecken i lista',
    description: 'Hittar komman, bindeord och punkter i listor som inte följer någon av de vanliga modellerna.',
    why: 'Radbrytningen skiljer redan punkterna åt, så tecknen stör eller ser ut som misstag.',
    group: 'struktur',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [fragelada(28095), skrivregler('3.9')],
    options: {
      slutpunktSist: { type: 'boolean', default: false, description: 'Kräv punkt efter den sista av flera fraser.' },
    },
    zones: ['listItem', 'paragraph', 'lead'],
    fix: 'safe',
    extent: 'word',
  },
  document: {
    collect: (block) => (block.kind === 'listItem' ? readEnd(block) : introEnd(block)),
    check({ blocks }, { options, report }) {
      for (const list of listsOf<ItemEnd>(blocks)) {
        if (isListOfLinks(list)) continue
        for (const [block, finding] of findings(list, options.slutpunktSist)) report(block.index, finding)
      }
    },
  },
})

/** Words of a phrase that is no condition. */
const longestPhrase = 6

type Finding = readonly [block: BlockSummary, report: Report]

function findings(list: List<ItemEnd>, wantsFinalStop: boolean): Finding[] {
  const items = list.items.map(({ blocks }) => blocks.at(-1)!).filter(({ kind, facts }) => kind === 'listItem' && facts)
  return [
    // Numbered conditions with commas are quoted from a statute, and so are others that say so.
    ...(list.ordered || quotesLaw(list)
      ? [...(isOfConditions(list) ? [] : conjunctions(items, false))]
      : [...commas(items), ...(isOfConditions(list) ? [] : conjunctions(items, true))]),
    // Where an item ends in a bracket, its model is not known, and nothing can be said of all the others.
    ...(items.length === list.items.length ? stops(items, wantsFinalStop) : []),
    ...colon(list, items),
  ]
}

/** `Av kommunallagen följer att …`, `enligt 4 kap. 3 §`: what a statute says, in its own form. */
function quotesLaw({ before }: List<ItemEnd>): boolean {
  return before !== undefined && statute.test(before.text)
}

/** `Du kan få stöd om du`: `och` says that all of the conditions must be met. */
function isOfConditions({ before }: List<ItemEnd>): boolean {
  return before !== undefined && conditions.test(before.text)
}

const conditions =
  /(?<!\p{L})(?:om \p{L}+|krävs(?: att)?|förutsatt att|förutsätter att|under förutsättning att|villkor(?:en)?):?$/iu
const statute = /(?<!\p{L})av \p{L}*(?:lag|balk|förordning)en följer|§/iu

/** A comma or a semicolon last in an item, and where others have one, before `och` last in it too. */
function commas(items: readonly BlockSummary<ItemEnd>[]): Finding[] {
  const found = commasLast(items)
  if (found.length === 0) return found
  for (const item of items) {
    const at = commaBefore(item)
    if (at === undefined) continue
    const title = `Ta bort kommat före ”${item.facts!.word}”`
    const suggestions = [{ title, safety: 'safe' as const, edits: [{ ...at, text: '' }] }]
    found.push([item, { at, message: `Punkten slutar med komma och ”${item.facts!.word}”.`, suggestions }])
  }
  return found
}

/** The comma before a conjunction last in an item. */
function commaBefore({ facts, text }: BlockSummary<ItemEnd>): Span | undefined {
  const { conjunction, sign } = facts!
  if (conjunction === undefined || sign !== '' || text[conjunction.start] !== ',') return undefined
  return { start: conjunction.start, end: conjunction.start + 1 }
}

function commasLast(items: readonly BlockSummary<ItemEnd>[]): Finding[] {
  return items
    .filter(({ facts }) => facts!.sign === ',' || facts!.sign === ';')
    .map((item) => {
      const { at, sign } = item.facts!
      const name = sign === ',' ? 'kommat' : 'semikolonet'
      const message = `Punkten slutar med ${sign === ',' ? 'komma' : 'semikolon'}.`
      return [
        item,
        { at, message, suggestions: [{ title: `Ta bort ${name}`, safety: 'safe', edits: [{ ...at, text: '' }] }] },
      ]
    })
}

/** `och` last in the item before the last one. */
function conjunctions(items: readonly BlockSummary<ItemEnd>[], areCommasTaken: boolean): Finding[] {
  const item = items.at(-2)
  const { conjunction, word } = item?.facts ?? {}
  // Between long conditions `och` says that all of them must hold.
  if (!item || !conjunction || !word || items.some(({ wordCount }) => wordCount > longestPhrase)) return []
  // The comma before it is a finding of its own where others end in one.
  const comma = areCommasTaken && items.some(({ facts }) => /[,;]/.test(facts!.sign)) ? commaBefore(item) : undefined
  const edit = { start: comma?.end ?? conjunction.start, end: conjunction.end, text: '' }
  const suggestions = [{ title: `Ta bort ”${word}”`, safety: 'suggestion' as const, edits: [edit] }]
  const at = { start: conjunction.end - word.length, end: conjunction.end }
  return [[item, { at, message: `”${word}” behövs inte mellan punkterna i en lista.`, suggestions }]]
}

/** One item without the full stop that all others have, or the other way round. */
function stops(items: readonly BlockSummary<ItemEnd>[], wantsFinalStop: boolean): Finding[] {
  const without = items.filter(({ facts }) => facts!.sign === '')
  const withStop = items.filter(({ facts }) => facts!.sign === '.')
  const last = items.at(-1)
  if (
    items.length >= 3 &&
    without.length === 1 &&
    withStop.length === items.length - 1 &&
    without[0]!.facts!.isSentence &&
    !without[0]!.facts!.conjunction
  )
    return [lacks(without[0]!, 'De andra punkterna slutar med punkt, men inte den här.')]
  if (items.length >= 3 && withStop.length === 1 && without.length === items.length - 1 && withStop[0] !== last) {
    const item = withStop[0]!
    if (item.facts!.sentences > 1) return []
    const { at } = item.facts!
    const suggestions = [{ title: 'Ta bort punkten', safety: 'suggestion' as const, edits: [{ ...at, text: '' }] }]
    return [[item, { at, message: 'Bara den här punkten slutar med punkt.', suggestions }]]
  }
  if (wantsFinalStop && last && without.length === items.length)
    return [lacks(last, 'Den sista punkten i listan saknar punkt.')]
  return []
}

function lacks(item: BlockSummary<ItemEnd>, message: string): Finding {
  const { last } = item.facts!
  // The stop stands after a link, which ends where its text does.
  const isLink = item.marks.some(({ type, end }) => type === 'link' && end === last.end)
  const edits = isLink ? [] : [{ start: last.end, end: last.end, text: '.' }]
  const isAddress = /@|\w\.\w/.test(item.text.slice(last.start, last.end))
  const title = isLink ? `Sätt punkt efter ${isAddress ? 'adressen' : 'länken'}` : 'Sätt punkt'
  return [item, { at: last, message, suggestions: [{ title, safety: 'suggestion', edits }] }]
}

/** A colon in the middle of a sentence that goes on in the items, or none where the items are sentences of their own. */
function colon({ before }: List<ItemEnd>, items: readonly BlockSummary<ItemEnd>[]): Finding[] {
  const intro = before?.facts
  if (!before || !intro || before.kind === 'listItem') return []
  // `Du behöver:` with things below it is a list like any other.
  const continues = intro.continues && (!intro.takesThings || items[0]?.facts?.beginsWithVerb === true)
  if (intro.sign === ':' && continues && items.every(({ text }) => /^\p{Ll}/u.test(text))) {
    const suggestions = [
      { title: 'Ta bort kolonet', safety: 'suggestion' as const, edits: [{ ...intro.at, text: '' }] },
    ]
    return [[before, { at: intro.at, message: 'Meningen fortsätter i listan, så kolonet bryter den.', suggestions }]]
  }
  if (intro.sign !== '' || !intro.isSentence || intro.continues || !pointsOn(before)) return []
  if (!items.every(({ facts, text }) => facts!.sign === '.' && facts!.isSentence && /^\p{Lu}/u.test(text))) return []
  const edits = [{ start: intro.last.end, end: intro.last.end, text: ':' }]
  return [
    [
      before,
      {
        at: intro.last,
        message: 'Inledningen till listan saknar kolon.',
        suggestions: [{ title: 'Sätt kolon', safety: 'suggestion', edits }],
      },
    ],
  ]
}

/** What a line says that leads to what stands below it: `följande`, `så här`, `två faser`. */
const pointing =
  /(?<!\p{L})(?:följande|nedanstående|nedan|enligt nedan|så här|så|det här|de här|detta|dessa|två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera|\d{1,2}|(?:gäller|ingår|krävs|innebär|finns)$)(?!\p{L})[^.!?]{0,40}$/iu

/** True for a line that points at the list; a link on a line of its own leads elsewhere. */
function pointsOn({ text, marks, facts }: BlockSummary<ItemEnd>): boolean {
  const { end } = facts!.last
  return pointing.test(text) && !marks.some((mark) => mark.type === 'link' && mark.end >= end)
}
