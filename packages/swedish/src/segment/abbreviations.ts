/** What a full stop after an abbreviation can mean. */
export const AbbreviationEnd = {
  /** Not an abbreviation. */
  unknown: 0,
  /** A sentence never ends here: `kl.`, `t.ex.` */
  never: 1,
  /** A sentence ends here where the next word has a capital: `m.m.`, `kr.` */
  may: 2,
  /** An abbreviation only before a number, for it is an ordinary word as well: `bil. 2`, `max. 45`. */
  number: 3,
} as const

/** Abbreviations of one part that are written with a full stop. */
const NEVER = `
adm ang att avd bitr bl ca co dir div dnr doc dr dvs eg ekon em enl ev evt ex exkl excl fig föreg förf fr frk
hr hälsn incl inkl jfr jmf joh jur jämf kand kap kl kpl kungl kv lic mkt mob mom mr mrs ms nr näml obl op org prel prof
prop reg resp rskr skr spec särsk tab tekn tel tf tfn th tjf tlf undert urspr vol vs äv övr
`
const MAY = `
adj alt anm ant apr aug avg avs beg begr bost cit corp dagl dec el ek ers etc feb febr ff fil folkm forts följ förk förl
för gr handl ibid inb inv jan jr jun kbm ker kr kvm lör lörd mån månd mdkr mdr milj min mkr mn mnkr mots nov obs okt
ons onsd ordf osv pers plur proc red ref sek sekr sep sept sign sr st stk sv sön sönd tim tis tisd tkr tor tors torsd
tot tr uppg uppl utb utg utr vard vån åld övers fre ltd inc
`
const NUMBER = `art bet bil d del f mar max no p prot s sid ung v åk`

const SIMPLE = new Map<string, number>()
const fill = (list: string, end: number) => {
  for (const word of list.trim().split(/\s+/)) SIMPLE.set(word, end)
}
fill(NEVER, AbbreviationEnd.never)
fill(MAY, AbbreviationEnd.may)
fill(NUMBER, AbbreviationEnd.number)

/** Length of the longest abbreviation of one part: longer words need not be looked up. */
export const longestAbbreviation: number = Math.max(...[...SIMPLE.keys()].map((word) => word.length))

/** Whether a lower-case word without its full stop is an abbreviation, and how it can end a sentence. */
export function abbreviationEnd(word: string): number {
  return SIMPLE.get(word) ?? AbbreviationEnd.unknown
}

/**
 * Abbreviations of several parts, parts separated by full stops. A `+` marks those that can end a sentence;
 * a `_` those that are also written with spaces alone (`t ex`).
 */
const DOTTED = `
a.a+ a.k.a a.m+ art.nr bl.a_ c.a d.d+ d.nr d.v.s_ dir.nr e.d+_ e.dyl+_ e.kr+_ e.l+ e.m+ e.o+ ek.för+ el.dyl+ f.d_ f.k+
f.kr+_ f.m+ f.n+_ f.v.b+_ f.v.t+ f.ö_ fr.a_ fr.o.m_ g.m i.a+ i.o.m_ i.st.f_ m.a.o_ m.fl+_ m.fl.st+_ m.h.a_ m.h.t_ m.m+_
m.v.h+_ n.b+ o.a+ o.d+_ o.dyl+_ o.s.a+_ o.s.v+_ org.nr p.g.a_ p.m+ p.s+ pers.nr r.f+ reg.nr s.a.s+_ s.k_ s.å+ t.ex_ t.f
t.h+_ t.o.m_ t.v+_ tel.nr tf.nr u.a+ u.p.a+ u.å+ v.d+ v.g.v+ v.s.b+ v.v+ ö.h+ ö.h.t+_
`

export interface DottedAbbreviation {
  readonly parts: readonly string[]
  /** {@link AbbreviationEnd.never} or {@link AbbreviationEnd.may}. */
  readonly end: number
  /** Also written with spaces and no full stops. */
  readonly spaced: boolean
}

const BY_FIRST_PART = new Map<string, DottedAbbreviation[]>()
for (const entry of DOTTED.trim().split(/\s+/)) {
  const parts = entry.replace(/[+_]/g, '').split('.')
  const list = BY_FIRST_PART.get(parts[0]!) ?? []
  const end = entry.includes('+') ? AbbreviationEnd.may : AbbreviationEnd.never
  list.push({ parts, end, spaced: entry.includes('_') })
  // The longest first, so that `m.fl.st.` is not read as `m.fl.`.
  BY_FIRST_PART.set(
    parts[0]!,
    list.sort((a, b) => b.parts.length - a.parts.length),
  )
}

/** Abbreviations of several parts that begin with this lower-case part, the longest first. */
export function dottedAbbreviations(firstPart: string): readonly DottedAbbreviation[] | undefined {
  return BY_FIRST_PART.get(firstPart)
}

/** Length of the longest first part: longer words need not be looked up. */
export const longestFirstPart: number = Math.max(...[...BY_FIRST_PART.keys()].map((part) => part.length))

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** Month names: a number with a full stop before one is a date (`4. maj`). */
export const MONTHS: ReadonlySet<string> = set(
  'januari februari mars april maj juni juli augusti september oktober november december jan feb febr apr aug sep sept okt nov dec',
)

/** Nouns that a letter names (`bilaga B.`): the letter after them is no initial. */
export const LABELLED: ReadonlySet<string> = set(
  `alternativ avdelning avsnitt bilaga del diagram etapp fas figur förslag grupp hepatit hus ingång kategori klass korridor
  kvarter linje länk lösning modul nivå omgång paragraf plan position punkt rad sal scenario sektion steg tabell trappa
  trappuppgång typ uppgång variant vitamin zon årskurs`,
)

/** Words that begin sentences and no names: after an initial or a label they show that a sentence begins. */
export const STARTERS: ReadonlySet<string> = set(
  `alla allt andra att av bland både de dem den denna deras dessa dessutom det detta dock du där därefter därför
  eftersom efter en enligt er ett flera från för han har hon hur här här i inför inga inget ingen innan inom ja
  jag kan kommunen med medan men min mot måste nej ni nu nämnden när och också om på samt sedan ska skälet som så till
  trots under ungefär ut utan vad vi vid vilken vilka var varje vår vårt våra än är även åt`,
)

/** Words that leave a line unfinished: a line that ends in one goes on in the next. */
export const UNFINISHED: ReadonlySet<string> = set(
  `att av bland de den det där efter eller en enligt ett från för genom hos i inom innan med mellan men mot när och om
  per på samt sin sina sitt som till under ur utan via vid än åt över`,
)

/** The end of a domain name that is taken as one without `www.` or a scheme. */
export const TOP_LEVEL_DOMAINS = 'se|nu|com|org|net|eu|info|gov|edu|io|fi|no|dk|de|uk|app|dev|tv|social'

/** File name endings: `protokoll.pdf` is one word. */
export const FILE_ENDINGS: ReadonlySet<string> = set(
  'pdf doc docx xls xlsx ppt pptx odt txt csv jpg jpeg png gif svg zip html htm xml json md mp3 mp4 js css exe',
)

/** Units that stand before and after the slash of a compound unit (`m3/s`, `km/h`). */
export const UNITS_OVER: ReadonlySet<string> = set(
  'km m m2 m² m3 m³ mm cm l ml dl mg µg ug g kg ton kwh mwh mbit gbit kbit mb gb nm w kw bq',
)
export const UNITS_UNDER: ReadonlySet<string> = set(
  'h s tim t sek min l dl kg m m2 m² m3 m³ ha dygn år km mil km2 km² g person',
)
