import { type BlockContext, defineRule } from '@klarsprak/engine'
import type { Word } from 'retext-swedish'
import { advise, write } from '../src/advice.ts'
import { allMatches } from '../src/matches.ts'
import { ownJudgement } from '../src/style-guides.ts'
import { likeCase } from '../src/words.ts'

/** With a longer path than this nobody types the address by hand. */
const longPath = 25

const homepage = /(?<![\p{L}\d-])hemsid(?:a|an|or|orna)(s?)(?![\p{L}\d-])/giu
const forms: Record<string, string> = {
  hemsida: 'webbplats',
  hemsidan: 'webbplatsen',
  hemsidor: 'webbplatser',
  hemsidorna: 'webbplatserna',
}

export const rule = defineRule({
  meta: {
    id: 'webbadress-form',
    title: 'Webbadress i löpande text',
    description: 'Hittar webbadresser med http eller www framför, stora bokstäver i adressen och ordet hemsida.',
    why: 'En kort adress är lättare att läsa, minnas och skriva av.',
    group: 'skrivregler',
    checklist: [10],
    severity: 'suggestion',
    enabled: true,
    sources: [
      {
        work: 'Svenska språknämnden: Veckans språkråd 2004',
        section: 'vecka 5 och 15',
      },
      ownJudgement,
    ],
    options: {
      taBortWww: { type: 'boolean', default: true, description: 'Säg till om www i adressen.' },
      hemsida: { type: 'boolean', default: true, description: 'Säg till om hemsida i betydelsen webbplats.' },
    },
    zones: ['lead', 'paragraph', 'listItem'],
    fix: 'suggestion',
    extent: 'word',
    yieldsTo: ['ra-url'],
  },
  block: {
    block({ text }, context) {
      if (context.options.hemsida && text.includes('emsid')) checkHomepages(context)
      if (/www\.|https?:/i.test(text)) checkAddresses(context)
    },
  },
})

type Context = BlockContext<{ taBortWww: boolean; hemsida: boolean }>

function checkHomepages({ block: { text }, report }: Context): void {
  for (const { 0: word, 1: genitive, index: start } of allMatches(text, homepage)) {
    const end = start + word.length
    const base = genitive ? word.slice(0, -1) : word
    const form = forms[base.toLowerCase()]
    if (form === undefined) continue
    const written = likeCase(word, form + (genitive && !form.endsWith('s') ? 's' : ''))
    report({
      at: { start, end },
      message: 'Hela webbplatsen kallas hellre webbplats än hemsida.',
      why: 'En hemsida är egentligen bara webbplatsens första sida.',
      suggestions: isWholeSite(base, text.slice(Math.max(0, start - 40), start), text.slice(end, end + 80))
        ? [write(start, end, written), advise('Skriv ”sidan” om du bara menar en enda sida')]
        : [advise(`Skriv ”${written}” om du menar alla sidor, ”sida” om du menar en enda`)],
    })
  }
}

/** True where a site is meant: an authority's or one's own, and no single page of it (`på exempel.se/taxor`). */
function isWholeSite(word: string, before: string, after: string): boolean {
  if (/^ (?:på |via )?(?:https?:\/\/)?[\p{L}\d.-]+\.\p{L}{2,}\/[^\s]/u.test(after)) return false
  return /(?:an|or|orna)$/i.test(word) || owner.test(before)
}

/** Who has a site: not a unit of somebody, which has pages on it. */
const owner =
  /(?<!\p{L})(?:vår|er|din|sin|dess|deras|egen|\p{L}*(?:kommun|kommunen|stad|staden|region|regionen|myndigheten|verket|styrelsen|kassan|bolaget|företaget|föreningen|organisationen|förbundet|museet|stiftelsen|förmedlingen)s)[ \u00a0]$/iu

function checkAddresses(context: Context): void {
  const { words } = context.block
  for (let index = 0; index < words.length; index++)
    if (words[index]!.kind === 'url') checkAddress(words[index]!, context)
}

function checkAddress(word: Word, { block, options, report }: Context): void {
  const [, protocol, www, domain, path] = /^(https?:\/\/)?(www\.)?([^/?#]+)(.*)$/i.exec(word.form) ?? []
  if (domain === undefined || (!protocol && !(www && options.taBortWww) && domain === domain.toLowerCase())) return
  const written =
    (options.taBortWww ? '' : (www ?? '').toLowerCase()) + domain.toLowerCase() + path!.replace(/^\/$/, '')
  // Without www a long address is as hard to read as with it.
  if (!protocol && domain === domain.toLowerCase() && path!.length > longPath) return
  if (written === word.form || !/\.\p{L}{2,}$/u.test(domain)) return
  if (path!.length > longPath) {
    report({
      at: word,
      message: 'Adressen är för lång för att läsas i en mening.',
      suggestions: [advise('Länka från ord som säger vad som finns på sidan'), advise(`Skriv annars ”${written}”`)],
    })
    return
  }
  // The address is a link of its own: with another text it would lead nowhere.
  const isLink = block.markAt(word.start, 'link') !== undefined
  report({
    at: word,
    message: `Adressen kan skrivas kortare: ”${written}”.`,
    suggestions: [
      isLink ? advise(`Skriv ”${written}” och låt orden vara en länk`) : write(word.start, word.end, written),
      advise('Kontrollera att den kortare adressen fungerar'),
    ],
  })
}
