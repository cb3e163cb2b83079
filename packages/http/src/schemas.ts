import { profiles } from '@klarsprak/engine'

/** A JSON Schema (draft 2020-12 as OpenAPI 3.1 takes it; only keywords that draft 7 has too). */
export type Schema = Readonly<Record<string, unknown>>

export const ref = (id: string): Schema => ({ $ref: `${id}#` })
const integer = (description: string): Schema => ({ type: 'integer', minimum: 0, description })
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description })
const object = ($id: string, description: string, properties: Record<string, Schema>, optional: string[] = []) => ({
  $id,
  type: 'object',
  description,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})

const severity: Schema = { type: 'string', enum: ['error', 'warning', 'suggestion'] }
const nullable = (type: string, description: string): Schema => ({ type: [type, 'null'], description })

/** The schemas that answers are made of, each with a name of its own. */
export const answerSchemas: readonly Schema[] = [
  object('Problem', 'Ett fel, enligt RFC 9457.', {
    type: { type: 'string', description: 'Vilket slags fel det är. Ändras aldrig.' },
    title: { type: 'string', description: 'Felet i några ord.' },
    status: { type: 'integer', description: 'Samma som svarets statuskod.' },
    detail: { type: 'string', description: 'Vad som är fel och vad du kan göra.' },
  }),
  object('Position', 'En plats i texten, räknad i UTF-16-enheter.', {
    line: { type: 'integer', minimum: 1, description: 'Raden, räknad från 1.' },
    column: { type: 'integer', minimum: 1, description: 'Tecknet på raden, räknat från 1.' },
    offset: integer('Tecknet i texten, räknat från 0.'),
  }),
  object('Range', 'Ett stycke av texten. Slutet hör inte till.', { start: ref('Position'), end: ref('Position') }),
  object('Edit', 'En ändring i texten som den skickades.', {
    start: integer('Första tecknet, räknat från 0.'),
    end: integer('Tecknet efter det sista.'),
    text: { type: 'string', description: 'Det som ska stå där i stället.' },
  }),
  object('Suggestion', 'Ett förslag till rättning.', {
    title: { type: 'string', description: 'Vad som händer, till exempel: Byt till ”får”.' },
    safety: {
      type: 'string',
      enum: ['safe', 'suggestion'],
      description: 'safe: rättningen kan göras utan att någon läser den.',
    },
    edits: list(ref('Edit'), 'Ändringarna. Tom lista för råd som en människa måste följa.'),
  }),
  object('RelatedPlace', 'En annan plats i texten som träffen hänger ihop med.', {
    message: { type: 'string' },
    range: ref('Range'),
  }),
  object('Finding', 'En träff.', {
    ruleId: { type: 'string', description: 'Regelns namn.' },
    severity: { ...severity, description: 'Fel, varning eller förslag.' },
    checklist: list({ type: 'integer', minimum: 1, maximum: 11 }, 'Punkter i checklistan för klarspråk.'),
    message: { type: 'string', description: 'Vad som är svårt, i en mening.' },
    why: { type: 'string', description: 'Varför det spelar roll, i en mening.' },
    url: { type: 'string', description: 'Sidan om regeln.' },
    fingerprint: { type: 'string', description: 'Känner igen träffen även när texten runt om ändras.' },
    text: { type: 'string', description: 'Orden som träffen gäller, så som läsaren ser dem.' },
    range: ref('Range'),
    suggestions: list(ref('Suggestion'), 'Förslag till rättningar.'),
    related: list(ref('RelatedPlace'), 'Andra platser som träffen hänger ihop med.'),
  }),
  object('Metrics', 'Mått på den löpande texten.', {
    words: integer('Antal ord.'),
    sentences: integer('Antal meningar.'),
    lix: { type: 'number', description: 'Läsbarhetsindex.' },
    ovix: nullable('number', 'Ordvariationsindex. Null när inget ord kommer två gånger.'),
    nominalRatio: nullable('number', 'Nominalkvot. Null när det inte finns något verb.'),
    longestSentence: integer('Längsta meningen, i ord.'),
  }),
  object(
    'Verdict',
    'Om texten får publiceras. Träffar som den publicerade texten redan hade räknas inte.',
    {
      publish: { type: 'boolean', description: 'True när inget stoppar publiceringen.' },
      errors: integer('Nya fel.'),
      warnings: integer('Nya varningar.'),
      suggestions: integer('Nya förslag.'),
      reasons: list({ type: 'string' }, 'En mening för varje träff som stoppar publiceringen.'),
      notice: { type: 'string', description: 'Varför texten inte är granskad, när den är på ett annat språk.' },
    },
    ['notice'],
  ),
]

const profile: Schema = { type: 'string', enum: [...profiles] }

const resultProperties: Record<string, Schema> = {
  path: { type: 'string', description: 'Textens namn: filename, eller ”text”.' },
  profile: { ...profile, description: 'Texttypen som texten granskades som.' },
  language: { type: 'string', description: 'Textens språk när det är något annat än svenska.' },
  findings: list(ref('Finding'), 'Träffarna i textordning.'),
  metrics: ref('Metrics'),
  verdict: ref('Verdict'),
}

/** What `POST /v1/lint` answers. */
export const lintResult = object('LintResult', 'Granskningen av en text.', resultProperties, ['language'])

const figures = object('Figures', 'Utförliga mått på en text eller ett avsnitt.', {
  words: integer('Antal ord.'),
  sentences: integer('Antal meningar.'),
  lix: { type: 'number' },
  ovix: nullable('number', 'Ordvariationsindex.'),
  nominalRatio: nullable('number', 'Nominalkvot.'),
  longestSentence: integer('Längsta meningen, i ord.'),
  lixMargin: nullable('number', 'Hur osäkert lix är: halva bredden på ett 95-procentigt intervall.'),
  lixBand: nullable('string', 'Hur svår texten är: ”lättläst”, ”medelsvår” … Null under 100 ord.'),
  meanSentence: { type: 'number', description: 'Meningarnas medellängd, i ord.' },
  medianSentence: { type: 'number', description: 'Meningarnas medianlängd, i ord.' },
  longSentences: { type: 'number', description: 'Andel meningar med fler än 25 ord, 0–1.' },
  longWords: { type: 'number', description: 'Andel ord med fler än sex bokstäver, 0–1.' },
  passives: integer('Antal passiva verb.'),
  passiveShare: { type: 'number', description: 'De passiva verbens andel av verben, 0–1.' },
})

const findingIndexes = list(integer('Plats i findings, räknad från 0.'), 'Vilka av findings, i textordning.')

const verdictProperties: Record<string, Schema> = {
  ...resultProperties,
  stopping: list(
    { type: 'string' },
    'Fingerprint för träffarna som stoppar publiceringen, i samma ordning som reasons.',
  ),
  added: list({ type: 'string' }, 'Fingerprint för träffarna som previous inte hade. Saknas när previous saknas.'),
  blocks: list(ref('Block'), 'Texten så som läsaren möter den, i textordning.'),
}

/** What `POST /v1/verdict` answers, and `POST /v1/review`. */
export const reviewSchemas: readonly Schema[] = [
  figures,
  object(
    'Block',
    'En rubrik, ett stycke, en listpunkt, en cell … så som läsaren möter den.',
    {
      kind: {
        type: 'string',
        enum: [
          'heading',
          'lead',
          'paragraph',
          'listItem',
          'tableCell',
          'caption',
          'altText',
          'quote',
          'code',
          'contact',
        ],
      },
      level: { type: 'integer', minimum: 0, maximum: 6, description: 'Rubriknivån. 0 för allt annat.' },
      text: { type: 'string', description: 'Texten utan märkspråk.' },
      start: integer('Blockets första tecken i texten som den skickades.'),
      end: integer('Tecknet efter blockets sista.'),
      quoted: { type: 'boolean', description: 'Citat.' },
      list: {
        type: 'object',
        description: 'Listan som en listpunkt hör till.',
        required: ['id', 'index', 'depth', 'ordered'],
        properties: {
          id: integer('Samma för alla punkter i en lista.'),
          index: integer('Punktens plats i listan.'),
          depth: integer('0 för den yttersta listan.'),
          ordered: { type: 'boolean' },
        },
      },
      table: {
        type: 'object',
        description: 'Tabellen som en cell hör till.',
        required: ['id', 'row', 'column', 'header'],
        properties: {
          id: integer('Samma för alla celler i en tabell.'),
          row: integer('Raden, räknad från 0.'),
          column: integer('Kolumnen, räknad från 0.'),
          header: { type: 'boolean' },
        },
      },
      findings: list(
        {
          type: 'object',
          required: ['finding', 'start', 'end'],
          properties: {
            finding: integer('Plats i findings.'),
            start: integer('Första tecknet i blockets text.'),
            end: integer('Tecknet efter det sista i blockets text.'),
          },
        },
        'Träffarna i blocket, i textordning.',
      ),
    },
    ['list', 'table'],
  ),
  object('Section', 'Ett avsnitt och dess mått.', {
    heading: nullable('string', 'Avsnittets rubrik. Null för det som står före första rubriken.'),
    level: integer('Rubriknivån.'),
    range: ref('Range'),
    figures: ref('Figures'),
  }),
  object('Sentence', 'En mening i den löpande texten.', {
    range: ref('Range'),
    words: integer('Antal ord.'),
    difficulty: {
      type: 'number',
      minimum: 0,
      maximum: 100,
      description: 'Svårighet. Under 20 är lätt, från 40 svårt, från 60 mycket svårt.',
    },
  }),
  object('Evidence', 'En uppgift om texten som en punkt i checklistan vilar på.', {
    text: { type: 'string' },
    places: list(ref('Range'), 'Där det syns. Tom när det gäller hela texten.'),
  }),
  object('ChecklistPoint', 'En punkt i Hällefors kommuns checklista för klarspråk.', {
    point: { type: 'integer', minimum: 1, maximum: 11 },
    title: { type: 'string' },
    state: { type: 'string', enum: ['ok', 'se över', 'fråga till dig'] },
    evidence: list(ref('Evidence'), 'Vad texten visar.'),
    findings: findingIndexes,
    questions: list(
      {
        type: 'object',
        required: ['id', 'question', 'answer'],
        properties: {
          id: { type: 'string' },
          question: { type: 'string' },
          answer: nullable('string', 'Svaret i textens sidhuvud. Null när det saknas.'),
        },
      },
      'Frågor som bara en människa kan svara på.',
    ),
  }),
  object('BestEdit', 'En ändring som hjälper läsaren mycket.', {
    range: ref('Range'),
    text: { type: 'string', description: 'Meningen, eller det som träffen gäller.' },
    difficulty: nullable('number', 'Meningens svårighet. Null när det gäller mer än en mening.'),
    reasons: list({ type: 'string' }, 'Vad som är svårt, det tyngsta först.'),
    findings: findingIndexes,
  }),
  object('VerdictResult', 'Granskningen av en text och vad som stoppar den.', verdictProperties, ['language', 'added']),
  object(
    'Review',
    'Allt om en text: träffar, läsbarhet, checklista och de ändringar som hjälper mest.',
    {
      ...verdictProperties,
      figures: ref('Figures'),
      sections: list(ref('Section'), 'Avsnitt med löpande text.'),
      sentences: list(ref('Sentence'), 'Meningarna i textordning.'),
      checklist: list(ref('ChecklistPoint'), 'De elva punkterna.'),
      edits: list(ref('BestEdit'), 'Högst fem, den som hjälper mest först.'),
    },
    ['language', 'added'],
  ),
]

/** What `GET /v1/rules` answers. */
export const rulesSchemas: readonly Schema[] = [
  {
    ...object('Rule', 'En regel. Fler egenskaper än de här kan finnas.', {
      id: { type: 'string' },
      title: { type: 'string', description: 'Regelns namn i listor.' },
      description: { type: 'string', description: 'Vad den hittar.' },
      why: { type: 'string', description: 'Varför det spelar roll.' },
      group: { type: 'string' },
      checklist: list({ type: 'integer' }, 'Punkter i checklistan.'),
      severity,
      enabled: { type: 'boolean', description: 'På när ingen inställning säger något.' },
      fix: { type: 'string', enum: ['safe', 'suggestion', 'none'], description: 'Den bästa rättning regeln kan ge.' },
      options: { type: 'object', description: 'Regelns inställningar.', additionalProperties: true },
    }),
    additionalProperties: true,
  },
  object('Rules', 'Reglerna och texttyperna.', {
    version: { type: 'integer', const: 1 },
    profiles: list(profile, 'Texttyperna.'),
    rules: list(ref('Rule'), 'Alla regler.'),
  }),
]

/** What a text is sent with to `/v1`. */
const lintRequest: Schema = {
  $id: 'LintRequest',
  type: 'object',
  description: 'En text att granska.',
  required: ['text', 'format'],
  additionalProperties: false,
  properties: {
    text: { type: 'string', description: 'Texten.' },
    format: { type: 'string', enum: ['markdown', 'html', 'text'], description: 'Textens format.' },
    filename: {
      type: 'string',
      maxLength: 1000,
      description:
        'Textens namn. Det jämförs med overrides i inställningarna och hjälper till att gissa texttypen. Ingen fil öppnas.',
    },
    profile: { ...profile, description: 'Texttypen. Väger tyngre än text och inställningar.' },
    rules: {
      type: 'object',
      maxProperties: 1000,
      description: 'Nivå eller inställningar för enskilda regler, som rules i inställningsfilen.',
      additionalProperties: {
        anyOf: [
          ref('RuleLevel'),
          { type: 'array', minItems: 1, maxItems: 1, items: ref('RuleLevel') },
          ref('RuleOptions'),
          {
            type: 'array',
            minItems: 2,
            maxItems: 2,
            items: { anyOf: [ref('RuleLevel'), ref('RuleOptions')] },
          },
        ],
      },
    },
    previous: {
      type: 'string',
      description: 'Texten som den är publicerad. Bara träffar som den inte hade räknas i verdict.',
    },
    exceptions: {
      type: 'array',
      maxItems: 10_000,
      description: 'Träffar att bortse från.',
      items: {
        type: 'object',
        required: ['fingerprint', 'rule', 'reason'],
        additionalProperties: false,
        properties: {
          fingerprint: { type: 'string', maxLength: 200, description: 'Träffens fingerprint.' },
          rule: { type: 'string', maxLength: 200, description: 'Regelns namn.' },
          reason: { type: 'string', minLength: 1, maxLength: 1000, description: 'Skälet, för den som läser sedan.' },
        },
      },
    },
  },
}

export const requestSchemas: readonly Schema[] = [
  { $id: 'RuleLevel', type: 'string', enum: ['off', 'suggestion', 'warning', 'error'] },
  {
    $id: 'RuleOptions',
    type: 'object',
    maxProperties: 50,
    additionalProperties: {
      anyOf: [
        { type: 'string', maxLength: 500 },
        { type: 'number' },
        { type: 'boolean' },
        { type: 'array', maxItems: 10_000, items: { type: 'string', maxLength: 500 } },
      ],
    },
  },
  lintRequest,
]

/** What a text is sent with to `/v2/check`. Parameters of LanguageTool that mean nothing here are let pass. */
export const checkRequest: Schema = {
  $id: 'CheckRequest',
  type: 'object',
  description: 'En text att granska, som i LanguageTools gränssnitt.',
  required: ['language'],
  properties: {
    text: { type: 'string', description: 'Texten. Ange text eller data.' },
    data: {
      type: 'string',
      description: 'Texten med märkspråk, som JSON: {"annotation":[{"text":"A "},{"markup":"<b>"}]}.',
    },
    language: { type: 'string', maxLength: 40, description: 'sv, sv-SE, sv-FI eller auto.' },
    username: { type: 'string', maxLength: 500, description: 'Används inte.' },
    apiKey: { type: 'string', maxLength: 500, description: 'Token, för program som inte kan skicka den i sidhuvudet.' },
    enabledRules: { type: 'string', maxLength: 20_000, description: 'Regler att slå på, med komma mellan.' },
    disabledRules: { type: 'string', maxLength: 20_000, description: 'Regler att stänga av, med komma mellan.' },
    enabledCategories: { type: 'string', maxLength: 20_000, description: 'Grupper att slå på, med komma mellan.' },
    disabledCategories: { type: 'string', maxLength: 20_000, description: 'Grupper att stänga av, med komma mellan.' },
    enabledOnly: {
      type: 'string',
      maxLength: 10,
      description: 'true: kör bara det som enabledRules och enabledCategories nämner.',
    },
    level: { type: 'string', maxLength: 40, description: 'picky: granska strängare, som texttypen strikt.' },
  },
}

const name = { type: 'string' }

/** What LanguageTool's clients are answered. */
export const languageToolSchemas: readonly Schema[] = [
  object('Language', 'Ett språk.', { name, code: name, longCode: name }),
  object('Match', 'En träff, som i LanguageTools gränssnitt.', {
    message: name,
    shortMessage: name,
    replacements: list(
      { type: 'object', required: ['value'], properties: { value: name } },
      'Vad orden kan bytas mot.',
    ),
    offset: integer('Första tecknet, i UTF-16-enheter.'),
    length: integer('Längden, i UTF-16-enheter.'),
    context: {
      type: 'object',
      required: ['text', 'offset', 'length'],
      properties: { text: name, offset: integer(''), length: integer('') },
    },
    sentence: { type: 'string', description: 'Meningen som träffen börjar i.' },
    type: { type: 'object', required: ['typeName'], properties: { typeName: name } },
    rule: {
      type: 'object',
      required: ['id', 'description', 'issueType', 'category', 'urls'],
      properties: {
        id: name,
        description: name,
        issueType: name,
        category: { type: 'object', required: ['id', 'name'], properties: { id: name, name } },
        urls: { type: 'array', items: { type: 'object', required: ['value'], properties: { value: name } } },
      },
    },
    ignoreForIncompleteSentence: { type: 'boolean' },
    contextForSureMatch: { type: 'integer' },
  }),
  object('CheckResult', 'Granskningen av en text, som i LanguageTools gränssnitt.', {
    software: {
      type: 'object',
      required: ['name', 'version', 'buildDate', 'apiVersion', 'premium', 'status'],
      properties: {
        name,
        version: name,
        buildDate: name,
        apiVersion: { type: 'integer' },
        premium: { type: 'boolean' },
        status: name,
      },
    },
    warnings: {
      type: 'object',
      required: ['incompleteResults'],
      properties: { incompleteResults: { type: 'boolean' } },
    },
    language: {
      type: 'object',
      required: ['name', 'code', 'detectedLanguage'],
      properties: {
        name,
        code: name,
        detectedLanguage: {
          type: 'object',
          required: ['name', 'code', 'confidence'],
          properties: { name, code: name, confidence: { type: 'number' } },
        },
      },
    },
    matches: list(ref('Match'), 'Träffarna i textordning.'),
  }),
]
