import { describe, expect, it } from 'vitest'
import { TOKEN_KINDS, tokenise } from '../../src/index.ts'

/** The tokens of a text joined by `|`, sentences by `‖`. */
function cut(text: string, heading = false): string {
  const tokens = tokenise(text, { heading })
  let out = ''
  for (let i = 0; i < tokens.count; i++) {
    const begins = tokens.sentenceStart.subarray(0, tokens.sentenceCount).includes(i)
    out += (i === 0 ? '' : begins ? '‖' : '|') + tokens.form(i)
  }
  return out
}

function kinds(text: string): string {
  const tokens = tokenise(text)
  return Array.from(tokens.kind, (kind) => TOKEN_KINDS[kind]).join(' ')
}

describe('words', () => {
  it.each([
    ['och/eller', 'och|/|eller'],
    ['för- och nackdelar, skolbarns-/ungdomsvård', 'för-|och|nackdelar|,|skolbarns-|/|ungdomsvård'],
    ['barnomsorg och -avgift', 'barnomsorg|och|-avgift'],
    ['EU:s och vd:n i S:t Olof', 'EU:s|och|vd:n|i|S:t|Olof'],
    ['en 50-årsfest den 25:e', 'en|50-årsfest|den|25:e'],
    ['sedan 1700-talet (1950- )', 'sedan|1700-talet|(|1950-|)'],
    ["Columbus' ägg och 'öppet hus'", "Columbus'|ägg|och|'|öppet|hus|'"],
    ['H&M och R&D', 'H&M|och|R&D'],
    ['12 m3/s och 50 km/h', '12|m3/s|och|50|km/h'],
    ['200 kr/mån', '200|kr|/|mån'],
    ['Klart.Vi går', 'Klart|.‖Vi|går'],
    ['kollega*n och rapport_slutlig', 'kollega*n|och|rapport_slutlig'],
    ['(a) först 1) sedan b) sist', '(a)|först|1)|sedan|b)|sist'],
    ['(se bilaga 1)', '(|se|bilaga|1|)'],
    ['a\u030Angström', 'a\u030Angström'],
    ['kom\u00ADmun', 'kom\u00ADmun'],
    ['Hej 👩‍👩‍👧‍👦!🇸🇪 👍🏽 1️⃣', 'Hej|👩‍👩‍👧‍👦|!|🇸🇪|👍🏽|1️⃣'],
    ['𝐀𝐁 och 你好', '𝐀𝐁|och|你好'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected)
  })
})

describe('numbers', () => {
  it.each([
    ['Det kostar 1 250,50 kr.', 'Det|kostar|1 250,50|kr|.'],
    ['1\u00A0250\u00A0000 personer', '1\u00A0250\u00A0000|personer'],
    ['2 000–3 500 eller 500-1 500', '2 000–3 500|eller|500-1 500'],
    ['den 4 maj 2025 100 personer', 'den|4|maj|2025|100|personer'],
    ['2026-01-15 100 personer', '2026-01-15|100|personer'],
    ['tfn 0550-880 00, 070-123 45 67', 'tfn|0550-880|00|,|070-123|45|67'],
    ['651 12 Karlstad', '651|12|Karlstad'],
    ['kl. 8–16, 13.00–15.00', 'kl.|8–16|,|13.00–15.00'],
    ['ökade 12,5 % till −5 °C och +3', 'ökade|12,5|%|till|−5|°C|och|+3'],
    ['prop. 2003/04:1', 'prop.|2003/04:1'],
    ['5 kap. 3–5 §§', '5|kap.|3–5|§§'],
    ['12§ kostar 5 000:-', '12|§|kostar|5 000:-'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected)
  })
})

describe('abbreviations', () => {
  it.each([
    ['Det gäller t ex barn, bl a yngre, fr o m maj.', 'Det|gäller|t ex|barn|,|bl a|yngre|,|fr o m|maj|.'],
    ['Ta med t.ex. pass, bl. a. det', 'Ta|med|t.ex.|pass|,|bl. a.|det'],
    ['parker m.m. Ring oss', 'parker|m.m.‖Ring|oss'],
    ['parker m m. Ring oss', 'parker|m m|.‖Ring|oss'],
    ['Hyran är 600 kr. Den höjs.', 'Hyran|är|600|kr|.‖Den|höjs|.'],
    ['Ca 600 kr. per månad', 'Ca|600|kr.|per|månad'],
    ['i USA och U.S.A. samt', 'i|USA|och|U.S.A.|samt'],
    ['Av A. Ek och J. P. Berg', 'Av|A.|Ek|och|J.|P.|Berg'],
    ['Se bilaga B. Där finns', 'Se|bilaga|B|.‖Där|finns'],
    ['Jag köpte en bil. Den är röd.', 'Jag|köpte|en|bil|.‖Den|är|röd|.'],
    ['Se bil. 2 och s. 45', 'Se|bil.|2|och|s.|45'],
    ['Hämta en fil. För barn', 'Hämta|en|fil|.‖För|barn'],
    ['fil. dr Eva Ek', 'fil.|dr|Eva|Ek'],
    ['De vann EM. Det var kul em. Eva kom', 'De|vann|EM|.‖Det|var|kul|em.|Eva|kom'],
    ['den 4. maj. Sedan', 'den|4.|maj|.‖Sedan'],
    ['1. Inledning', '1.|Inledning'],
    ['enligt avsnitt 4. Kommunen', 'enligt|avsnitt|4|.‖Kommunen'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected)
  })
})

describe('addresses and files', () => {
  it.each([
    ['Se https://www.kommun.se/a_(b)?c=1. Eller', 'Se|https://www.kommun.se/a_(b)?c=1|.‖Eller'],
    ['(www.kommun.se/bygga)', '(|www.kommun.se/bygga|)'],
    ['kommun.se, kommun.se/x', 'kommun.se|,|kommun.se/x'],
    ['anna.berg@kommun.se.', 'anna.berg@kommun.se|.'],
    ['protokoll.pdf', 'protokoll.pdf'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected)
  })

  it('tells their kinds', () => {
    expect(kinds('Se www.kommun.se eller a@b.se!')).toBe('word url word email punctuation')
    expect(kinds('12 % av 1 250,50 §')).toBe('number symbol word number symbol')
  })
})

describe('sentences', () => {
  it.each([
    ['”Det blir bra”, säger Eva. Hon ler.', '”|Det|blir|bra|”|,|säger|Eva|.‖Hon|ler|.'],
    ['Hon sa: ”Det blir bra.” Sedan gick hon.', 'Hon|sa|:‖”|Det|blir|bra|.|”‖Sedan|gick|hon|.'],
    ['Frågan ”Vem?” är vanlig.', 'Frågan|”|Vem|?|”|är|vanlig|.'],
    ['Planen (se s. 3. Där finns kartan) gäller.', 'Planen|(|se|s.|3|.|Där|finns|kartan|)|gäller|.'],
    ['Nej. (Se bilaga 2.) Ja.', 'Nej|.‖(|Se|bilaga|2|.|)‖Ja|.'],
    ['Vi väntar … Nu kommer det.', 'Vi|väntar|…‖Nu|kommer|det|.'],
    ['Vi väntar ... och hoppas.', 'Vi|väntar|...|och|hoppas|.'],
    ['Rubrik\n\nFörsta stycket', 'Rubrik‖Första|stycket'],
    ['Så är det. 2', 'Så|är|det|.|2'],
    ['Läs om styrning.71 När det är dags', 'Läs|om|styrning|.|71‖När|det|är|dags'],
    ['Det är ”bra.”12 Men dyrt. ', 'Det|är|”|bra|.|”|12‖Men|dyrt|.'],
    ['Det gäller.¹ Sedan', 'Det|gäller|.|¹‖Sedan'],
    ['Se kap.3 Avtal, nr.2 Anna och punkt 4.71 När', 'Se|kap.|3|Avtal|,|nr.|2|Anna|och|punkt|4.71|När'],
    ['Är det sant?! Ja!!!', 'Är|det|sant|?!‖Ja|!!!'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected)
  })

  it('keeps wrapped lines together and parts lists of lines', () => {
    const wrapped =
      'Kommunen har tagit fram ett förslag till ny plan för\nKarlstads centrum, och det ska nu ut på samråd till\nAlla som berörs.'
    expect(tokenise(wrapped).sentenceCount).toBe(1)
    expect(cut('Antagen av\nkommunstyrelsen\nGäller tills vidare\nSenast 2027')).toBe(
      'Antagen|av|kommunstyrelsen‖Gäller|tills|vidare‖Senast|2027',
    )
    expect(tokenise('Ta med:\r\n• pass\r\n• biljett').sentenceCount).toBe(3)
  })

  it('takes a heading as one sentence unless it plainly holds more', () => {
    expect(cut('Bygglov: Så ansöker du\nom lov', true)).toBe('Bygglov|:|Så|ansöker|du|om|lov')
    expect(cut('Nytt badhus! Välkommen in', true)).toBe('Nytt|badhus|!‖Välkommen|in')
  })
})
