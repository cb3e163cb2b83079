import type { TextBlock } from '@klarsprak/engine'

const saysSo =
  /^[”"]?\s*(?:,?\s*(?:det vill säga|dvs\.?|d\.v\.s\.|alltså|med andra ord|som (?:är|betyder|innebär|gör|visar|styr|talar om|fastställs|bestäms|beslutas|regeringen))|\(|=|[–-]\s|(?:, )?även kalla[td]|handlar om (?:att|hur|vad)\b|(?:är|innebär|betyder) (?:att|en|ett|när|den|det|de|ditt|kommunens)\b|(?:reglerar|styr|avgör|visar|anger|bestämmer) (?:hur|vad|var|vilk)|kallas\b|för att (?:du ska )?få (?:börja )?\p{L}+|krävs (?:innan|för att)| där \p{L}| (?:och|eller) därmed | (?:på )?\d(?![\d,]*[ \u00a0]?(?:%|procent)))/iu
/** The next sentence begins with the word itself: `… försörjningsstöd. Försörjningsstödet ska täcka …`. */
const taken =
  /^[^.!?]{0,60}[.!?] (\p{L}+)(?: \p{L}+)? (?:är (?:en|ett|den|det|till för|att)|innebär|betyder|utgör|täcker|omfattar|baseras|ska (?:täcka|tillgodose|räcka)|består|handlar)(?!\p{L})/u
/** It goes on by itself: `Förbindelsepunkten utgör gränsen mellan …`. */
const goesOnSo =
  /^ (?:är (?:till för|(?:upp)?delat|en del|ett stöd|en hjälp)|finns för|ger dig|syftar till|utgör|täcker|omfattar|består av|(?:ska|skall) (?:täcka|tillgodose|räcka till))(?!p{L})/
/** `I riksnormen ingår …` */
const held = /(?<!\p{L})I $/u
/** The next sentence says what it is by what it holds: `… vara jävig. Det kan handla om att …`. */
const unfolded =
  /^[^.!?]{0,60}[.!?] (?:(?:Det|Den|Detta) (?:kan (?:till exempel )?(?:handla om|gälla|betyda|innebära)|gäller (?:till exempel|bland annat)|handlar om|betyder|innebär)|Med det menas)(?!\p{L})/u
/** A most that somebody pays: `Du betalar aldrig mer än kommunens maxtaxa`. */
const most =
  /(?:(?:aldrig|inte) (?:\p{L}+ ){0,2}(?:mer|högre|över)(?: än)?|högst|högsta|full(?:a)? avgift|som mest|upp till(?: max)?)(?!\p{L})[^.!?]{0,40}$/iu
const ofMost = /^(?:maxtaxa|avgiftsutrymme)/i
/** What an amount is for: `ett minimibelopp för personliga utgifter`. */
const amount = /(?:belopp|avgift|norm)(?:et|en)?$/iu
const purpose =
  /^ för (?!att |de[nt]? |denna |detta |dessa |dig |er |din|var(?:je)? |alla |en |ett |\p{Ll}+en |\p{Ll}+et )\p{Ll}{3}/u
/** What has been spoken of already: `dessa ställföreträdares verksamhet`. */
const pointed = /(?<!\p{L})(?:denna|detta|dessa|den här|det här|de här|sådan|sådant|sådana) $/iu
/** The only one that the sentence means, and says which: `den riksnorm som regeringen har bestämt`. */
const definite = /(?<!\p{L})(?:den|det|de) $/iu
/** An apposition: `startbesked, ett godkännande från kommunen`. */
const apposition = /^, (?:en|ett|den|det|de|som) \p{Ll}{3,}/u
/** The next sentence says it: `… ett slutbesked. Det är ett beslut om att …`. */
const saidNext = /^[^.!?]{0,80}[.!?] (?:Det|Den|Detta) (?:är|innebär|betyder|visar|ger) /
/** What a plan or a rule does, said of the term in its own sentence: `I tätorten bestämmer detaljplanen hur …`, */
const rulesBefore = /(?<!\p{L})(?:bestämmer|reglerar|styr|avgör|visar|anger) (?:alltid |ofta |också |även )?$/iu
const rulesWhat = /^ (?:hur|vad|var|om|vilk\p{L}+) /u
/** `Finns det en detaljplan är det i den reglerat om och hur …`, `… en detaljplan, och den styr hur högt …` */
const rulesAfter =
  /^[^.!?]{0,80}?(?<!\p{L})(?:den|det|där|planen)(?: är det)?(?: i den)? (?:bestämmer|bestäms|bestämt|reglerar|regleras|reglerat|styr|avgör|visar|anger|anges|står)(?: i den)? (?:om|hur|vad|var|vilk\p{L}+) /u
const allows = /^ (?:tillåter|medger|säger|föreskriver)(?!\p{L})/u
const askedBefore =
  /(?:vad (?:är|betyder|innebär)|så kallad[et]?|s\.k\.|(?:kallas|kallad|kallat|heter|benämns)(?: (?:man|du|de|den|det))?(?: för)?(?: (?:en|ett))?|[.!?,] (?:det|detta) (?:är|kallas|kallar vi|kallar man)(?: (?:en|ett))?|[.!?,] (?:det|detta) kallas (?:\p{L}+ ){0,2}\p{L}+|med) [”"]?$/iu
/** `När ett ärende bordläggs innebär det att …`, `Att bordlägga ett ärende betyder att …`. */
const saidLater = /^[^.!?:]{0,40} (?:innebär|betyder)(?: det)? att /
/** What tells that an explanation follows, in the sentence before. */
const marker = /^\p{L}*[^.!?]{0,90}(?:det vill säga|dvs\.|alltså|innebär|betyder|\()/u
const defined = /^[”"]? (?:menas|avses|menar vi)\b/

/** `Som god man ska du …`, `du som är god man`: the reader is one, and knows. */
const asReader =
  /(?:^|[.!?:] )Som (?:\p{L}+ (?:och|eller|och\/eller) )?$|(?<!\p{L})(?:du|dig) (?:\p{L}+ ){0,2}(?:som är|som|är) (?:\p{L}+ (?:och|eller|och\/eller) )?$/iu
const addressed = /(?<!\p{L})(?:du|dig|din|ditt|dina)(?!\p{L})/iu

/** True where the words around a term say what it means, or it stands in brackets as the name of what was described. */
export function isExplained({ text }: TextBlock, start: number, end: number): boolean {
  const after = text.slice(end, end + 60)
  const before = text.slice(Math.max(0, start - 60), start)
  if (saysSo.test(after) || apposition.test(after) || saidNext.test(text.slice(end, end + 120))) return true
  if (
    goesOnSo.test(after) ||
    (held.test(before) && /^ (?:ligger|ingår) /.test(after)) ||
    // Another thing than the word alone: the party need not be reached.
    /(?<!\p{L})förenklad $/iu.test(before) ||
    pointed.test(before) ||
    (definite.test(before) && /^ (?:som|dit|till vilken) /.test(after))
  )
    return true
  if (rulesBefore.test(before) && rulesWhat.test(after)) return true
  if ((allows.test(after) && /plan/iu.test(text.slice(start, end))) || rulesAfter.test(text.slice(end, end + 150)))
    return true
  if (isTakenUp(text, start, end) || unfolded.test(text.slice(end, end + 120))) return true
  if (amount.test(text.slice(start, end)) && purpose.test(after)) return true
  if (ofMost.test(text.slice(start, end)) && most.test(before)) return true
  if (saidLater.test(after) || isExplainedByVerb(text, start, end)) return true
  if (askedBefore.test(before) && (defined.test(after) || !/med [”"]?$/i.test(before))) return true
  if (/\($/.test(before) && /^\)/.test(after)) return true
  if (start === 0 && /^\s*[:–]\s/.test(after)) return true
  // `Har ingen överklagat inom tre veckor vinner beslutet laga kraft`
  return /^laga kraft/i.test(text.slice(start, end)) && /överklag/i.test(text.slice(Math.max(0, start - 160), start))
}

function isTakenUp(text: string, start: number, end: number): boolean {
  const next = taken.exec(text.slice(end, end + 120))?.[1]?.toLowerCase()
  return next?.startsWith(text.slice(start, Math.max(start + 4, end - 2)).toLowerCase()) === true
}

/** True where the text speaks to the reader as the one that the term names: `Du som är god man …`. */
export function namesReader({ text }: TextBlock, start: number): boolean {
  return asReader.test(text.slice(Math.max(0, start - 40), start)) && addressed.test(text)
}

/** `Vi delger dig beslutet, det vill säga ser till att du får det. Delgivningen …`: the verb was explained before. */
function isExplainedByVerb(text: string, start: number, end: number): boolean {
  const term = text.slice(start, end).toLowerCase()
  const ending = /(?:ning|ningen|ande|andet)$/.exec(term)?.[0]
  if (ending === undefined && !term.includes('delegation')) return false
  const stem = ending === undefined ? 'deleger' : term.slice(0, Math.max(4, term.length - ending.length - 2))
  const from = Math.max(0, start - 300)
  const before = text.slice(from, start).toLowerCase()
  for (let at = before.indexOf(stem); at >= 0; at = before.indexOf(stem, at + stem.length))
    if (!/\p{L}/u.test(before.charAt(at - 1)) && marker.test(before.slice(at + stem.length))) return true
  return false
}
