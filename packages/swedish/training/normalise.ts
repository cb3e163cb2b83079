import type { TreebankSentence, TreebankWord } from './conllu.ts'

/**
 * Brings the training part, rebuilt from older releases, to the conventions of the current release
 * wherever the convention is a function of word, class and near context. The current release's own
 * sentences pass through unchanged but for what it is inconsistent about.
 *
 * @param abbreviations lemma of each abbreviation, in lower case
 */
export function normalise(sentences: readonly TreebankSentence[], abbreviations: ReadonlyMap<string, string>): void {
  for (const { words } of sentences) {
    for (let i = 0; i < words.length; i++) {
      repairClass(words, i)
      words[i]!.lemma = lemmaOf(words[i]!, abbreviations)
    }
    for (let i = 0; i < words.length; i++) {
      if (words[i]!.lemma === 'bli') markPassiveWithBli(words, i)
      settleDefiniteness(words, i)
    }
  }
}

const auxiliaries = new Set('vara ha kunna skola få bli komma vilja böra måste torde må lär månde'.split(' '))

/** Auxiliaries are a closed class; `X` was used where the conversion found nothing. */
function repairClass(words: readonly TreebankWord[], i: number): void {
  const word = words[i]!
  const lower = word.form.toLowerCase()
  if (word.upos === 'AUX' && lower === 'lär') word.lemma = 'lär'
  if (word.upos === 'AUX' && !auxiliaries.has(word.lemma)) word.upos = 'VERB'
  if (word.upos === 'VERB' && (lower === 'måste' || lower === 'torde' || lower === 'bör')) word.upos = 'AUX'
  if (lower === '%') word.feats = 'Abbr=Yes'
  if (word.upos !== 'X') return
  const set = (upos: string, feats: string): void => {
    word.upos = upos
    word.feats = feats
  }
  if (lower === 'vore') set('AUX', 'Mood=Sub|Tense=Past|VerbForm=Fin|Voice=Act')
  else if (lower === 'ett')
    if (word.deprel === 'det') set('PRON', 'Definite=Ind|Gender=Neut|Number=Sing|PronType=Prs')
    else set('NUM', 'Case=Nom|Definite=Ind|Gender=Neut|Number=Sing|NumType=Card')
  else if (lower === 'denne') set('PRON', 'Definite=Def|Gender=Masc|Number=Sing|PronType=Dem')
  else if (lower === 'förste') set('ADJ', 'Case=Nom|NumType=Ord')
  else if (lower === 'främste' || lower === 'äldste') set('ADJ', 'Case=Nom|Definite=Def|Degree=Sup')
  else if (lower === 'vardera') set('DET', 'Definite=Ind|Number=Sing|PronType=Tot')
  else if (lower === 'vare') set('CCONJ', 'ExtPos=CCONJ')
  else if (/^(anställdas|försäkrades|sammanboendes)$/.test(lower))
    set('ADJ', 'Case=Gen|Definite=Ind|Degree=Pos|Number=Plur|Tense=Past|VerbForm=Part')
  else if (/^(ungas|färgblindas|ogiftas)$/.test(lower)) set('ADJ', 'Case=Gen|Definite=Ind|Degree=Pos|Number=Plur')
  else if (/^enskild(e)?s$/.test(lower)) set('ADJ', 'Case=Gen|Definite=Def|Degree=Pos')
  else if (/^(jodå|javisst|ho|ha)$/.test(lower)) set('INTJ', '_')
  else if (/^\p{Lu}/u.test(word.form) && i > 0) set('PROPN', 'Case=Nom')
  else if (lower === 'hinder') set('NOUN', 'Case=Nom|Definite=Ind|Gender=Neut|Number=Sing')
  else if (lower === 'tas') set('VERB', 'Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass')
}

const weakForm = /^Case=Nom\|Definite=(Def\|Degree=Pos|Ind\|Degree=Pos\|Number=Plur)((?:\|Tense=Past\|VerbForm=Part)?)$/

/**
 * An adjective in -a or -e is definite after a definite determiner, a possessive or a genitive, and before a
 * noun in the definite; else it is an indefinite plural, before a plural noun or standing alone.
 */
function settleDefiniteness(words: readonly TreebankWord[], i: number): void {
  const word = words[i]!
  const weak = weakForm.exec(word.feats)
  // `hela` and `själva` are definite also before an article: `hela den tid`.
  if (word.upos !== 'ADJ' || weak === null || !/[ae]$/.test(word.form) || /^(hel|halv|själv)a$/i.test(word.form)) return
  const within = (at: number): boolean =>
    at >= 0 && at < words.length && (/^(ADJ|ADV|CCONJ)$/.test(words[at]!.upos) || words[at]!.form === ',')
  let left = i - 1
  while (within(left)) left--
  let right = i + 1
  while (within(right)) right++
  const before = words[left]
  const noun = words[right]?.upos === 'NOUN' ? words[right] : undefined
  const definite =
    (before?.upos === 'DET' && /Definite=Def/.test(before.feats) && !/PronType=Tot/.test(before.feats)) ||
    /Poss=Yes|Case=Gen/.test(before?.feats ?? '') ||
    /Definite=Def/.test(noun?.feats ?? '')
  const indefinite = before?.upos !== 'DET' && (noun === undefined || /Definite=Ind.*Number=Plur/.test(noun.feats))
  if (definite) word.feats = `Case=Nom|Definite=Def|Degree=Pos${weak[2]}`
  else if (indefinite) word.feats = `Case=Nom|Definite=Ind|Degree=Pos|Number=Plur${weak[2]}`
}

/** `bli` + past participle: the one an auxiliary, the other a passive verb. */
function markPassiveWithBli(words: readonly TreebankWord[], i: number): void {
  for (let j = i + 1; j < words.length && j < i + 7; j++) {
    const word = words[j]!
    if (/^[.,;:!?]$/.test(word.form)) return
    const adjective = word.upos === 'ADJ' && word.feats.includes('Tense=Past') && word.deprel === 'xcomp'
    if (adjective && word.head === i + 1) {
      word.upos = 'VERB'
      word.feats = passiveParticiple(word.feats)
    }
    if (word.upos === 'VERB' && word.feats.includes('VerbForm=Part')) {
      words[i]!.upos = 'AUX'
      return
    }
  }
}

function passiveParticiple(feats: string): string {
  const agreement = feats.includes('Number=Plur')
    ? 'Number=Plur'
    : `Definite=Ind|Gender=${feats.includes('Gender=Neut') ? 'Neut' : 'Com'}|Number=Sing`
  return `Case=Nom|${agreement}|Tense=Past|VerbForm=Part|Voice=Pass`
}

function lemmaOf(word: TreebankWord, abbreviations: ReadonlyMap<string, string>): string {
  const { upos, feats, lemma } = word
  const lower = word.form.toLowerCase()
  if (feats.includes('Abbr=Yes') || upos === 'ADV' || upos === 'CCONJ') {
    const full = abbreviations.get(lower)
    if (full !== undefined) return full
  }
  if (upos === 'DET' && feats.includes('PronType=Art') && /^(de[nt]?|dom)$/.test(lower))
    return lower === 'den' || lower === 'det' ? 'den' : 'de'
  if (upos === 'PRON' && /^(de[nt]|det)$/.test(lower)) return 'den'
  if (upos === 'PRON' && lower === 'de') return 'de'
  if (feats.includes('NumType=Ord')) return lower === 'förste' ? 'första' : lower === 'andre' ? 'andra' : lower
  if (lemma === 'flera' || lemma === 'fler' || lemma === 'mången') return 'många'
  if (lemma === 'mycken') return 'mycket'
  if (lemma === 'sån' && lower.startsWith('såd')) return 'sådan'
  if (lemma === 'vara' && upos !== 'AUX' && upos !== 'VERB' && (lower === 'var' || lower === 'vart')) return 'var'
  if (/^tvung(en|et|na)$/.test(lower)) return 'tvungen'
  if (feats.includes('VerbForm=Part')) return participleLemma(lower, word)
  if (upos === 'NOUN' && word.form.endsWith('-')) return lower.slice(0, -1)
  return lemma
}

/** The participle itself in its basic form: `genomförda` → `genomförd`, `undandragna` → `undandragen`. */
function participleLemma(lower: string, { feats, lemma }: TreebankWord): string {
  const form = feats.includes('Case=Gen') && lower.endsWith('s') ? lower.slice(0, -1) : lower
  if (feats.includes('Tense=Pres')) return form
  if (lemma === form || /tt$/.test(lemma)) return lemma
  if (/ade$/.test(form)) return form.slice(0, -1)
  if (/(ad|[^aeiouyåäö]d|en|dd)$/.test(form)) return form
  if (/at$/.test(form)) return `${form.slice(0, -1)}d`
  if (/nna$/.test(form)) return `${form.slice(0, -1)}en`
  if (/na$/.test(form)) return `${form.slice(0, -2)}en`
  if (/d[ae]$/.test(form)) return form.slice(0, -1)
  if (/[^t]t[ae]$/.test(form) || /tta$/.test(form)) return form.slice(0, -1)
  if (/tt$/.test(form) && /[åoöey]$/.test(lemma)) return `${form.slice(0, -2)}dd`
  if (/[aeiouyåäö]tt$/.test(form) && !/tt?a$/.test(lemma)) return `${form.slice(0, -2)}dd`
  if (/et$/.test(form) && !/t[a]$/.test(lemma)) return `${form.slice(0, -1)}n`
  if (/t$/.test(form)) return /([ptksx]a|ta)$/.test(lemma) || lemma === form ? form : `${form.slice(0, -1)}d`
  return form
}
