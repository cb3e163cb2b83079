import type { ChecklistPoint } from '../types.ts'

/** A question that only a person can answer, and the front matter key that keeps the answer. */
export interface ChecklistQuestion {
  /** A key at the top of the front matter, or below `checklista`. */
  readonly id: string
  readonly question: string
}

/** One of the eleven points of Hällefors kommun's checklist. */
export interface PointDefinition {
  readonly point: ChecklistPoint
  readonly title: string
  /** What a machine cannot see. */
  readonly questions: readonly ChecklistQuestion[]
  /** The questions decide: the point is not settled before the first of them is answered. */
  readonly asksFirst: boolean
}

/**
 * The points in order (Hällefors kommun: Informations- och kommunikationspolicy, section 8, after Justitiedepartementet's
 * group for plain language). The questions are ours.
 */
export const checklistPoints: readonly PointDefinition[] = [
  {
    point: 1,
    title: 'Skriv för läsaren',
    asksFirst: true,
    questions: [
      { id: 'malgrupp', question: 'Vem ska läsa texten?' },
      { id: 'lasaren-vet', question: 'Vad vet läsaren redan, och vad behöver du förklara?' },
      { id: 'lasarens-fragor', question: 'Vilka tre frågor har läsaren, och var i texten finns svaren?' },
    ],
  },
  {
    point: 2,
    title: 'Vet vad du vill uppnå',
    asksFirst: true,
    questions: [
      { id: 'syfte', question: 'Vad ska läsaren veta eller göra när texten är läst?' },
      { id: 'nar-och-hur', question: 'Framgår det när och hur läsaren ska göra det?' },
    ],
  },
  {
    point: 3,
    title: 'Planera och strukturera',
    asksFirst: false,
    questions: [
      { id: 'ordning', question: 'Kommer det läsaren behöver först också först i texten?' },
      { id: 'stryka', question: 'Vad kan du stryka utan att läsaren saknar det?' },
    ],
  },
  {
    point: 4,
    title: 'Skriv informativa rubriker',
    asksFirst: false,
    questions: [
      { id: 'rubriker', question: 'Förstår läsaren vad texten säger av rubrikerna ensamma?' },
      { id: 'rubrikord', question: 'Står de ord som läsaren söker efter i rubrikerna?' },
    ],
  },
  {
    point: 5,
    title: 'Sammanfatta det viktigaste',
    asksFirst: false,
    questions: [
      { id: 'viktigast', question: 'Vilken mening är viktigast, och står den bland de tre första?' },
      { id: 'bara-borjan', question: 'Vad missar den som bara läser början?' },
    ],
  },
  {
    point: 6,
    title: 'Var så personlig som sammanhanget tillåter',
    asksFirst: false,
    questions: [
      { id: 'ton', question: 'Skulle du säga det så här till läsaren?' },
      { id: 'svart-besked', question: 'Om beskedet är tråkigt: förklarar texten varför och vad läsaren kan göra?' },
    ],
  },
  {
    point: 7,
    title: 'Använd aktiva verbformer när det går',
    asksFirst: false,
    questions: [{ id: 'vem-gor', question: 'Ser läsaren vem som gör vad på varje ställe där det har betydelse?' }],
  },
  {
    point: 8,
    title: 'Använd begripliga ord',
    asksFirst: false,
    questions: [{ id: 'lasarens-ord', question: 'Vilka ord använder läsarna själva när de ringer till er?' }],
  },
  {
    point: 9,
    title: 'Förklara svåra men nödvändiga termer',
    asksFirst: false,
    questions: [{ id: 'termer', question: 'Stämmer förklaringarna, och räcker de för den som inte kan området?' }],
  },
  {
    point: 10,
    title: 'Följ Myndigheternas skrivregler',
    asksFirst: false,
    questions: [{ id: 'uppgifter', question: 'Har du kontrollerat namn, datum, belopp, telefonnummer och länkar?' }],
  },
  {
    point: 11,
    title: 'Läs varandras texter',
    asksFirst: true,
    questions: [
      { id: 'granskad-av', question: 'Vem har läst texten, och när?' },
      { id: 'forstod', question: 'Vad trodde den som läste att den skulle göra?' },
    ],
  },
]
