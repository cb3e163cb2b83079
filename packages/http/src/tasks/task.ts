import type { Exception, Profile, RuleConfig } from '@klarsprak/engine'

/** A text to lint, as it is sent to `/v1`. */
export interface LintBody {
  text: string
  format: 'markdown' | 'html' | 'text'
  filename?: string
  profile?: Profile
  rules?: Record<string, RuleConfig>
  previous?: string
  exceptions?: Exception[]
}

/** A text to lint, as LanguageTool's clients send it. All parameters are strings. */
export type CheckBody = Readonly<Partial<Record<CheckParameter, string>>>

export type CheckParameter =
  | 'text'
  | 'data'
  | 'language'
  | 'apiKey'
  | 'enabledRules'
  | 'disabledRules'
  | 'enabledCategories'
  | 'disabledCategories'
  | 'enabledOnly'
  | 'level'

/** Work for a worker. */
export type Task =
  | { readonly kind: 'lint'; readonly body: LintBody }
  | { readonly kind: 'verdict'; readonly body: LintBody }
  | { readonly kind: 'review'; readonly body: LintBody }
  | { readonly kind: 'check'; readonly body: CheckBody }

/** What a worker made of a task. */
export type TaskAnswer =
  | { readonly ok: true; readonly json: string; readonly words: number; readonly ruleErrors: readonly string[] }
  | { readonly ok: false; readonly kind: FaultKind; readonly detail: string }

/** Whose fault it is: the request's, the text's, or that of the settings in the request or the house. */
type FaultKind = 'ogiltig-begaran' | 'ogiltig-text' | 'ogiltiga-installningar' | 'internt-fel'

/** What a worker is told when it starts. */
export interface WorkerSettings {
  /** The absolute path of the house's settings file. */
  readonly config?: string
  /** Where the pages of the rules are; the project's repository where left out. */
  readonly rulePages?: string
}

/** To a worker. */
export type ToWorker =
  | { readonly type: 'start'; readonly settings: WorkerSettings }
  | { readonly type: 'task'; readonly id: number; readonly task: Task }
  | { readonly type: 'reload' }

/** From a worker. */
export type FromWorker =
  /** Ready for texts. `rules` is the answer of `GET /v1/rules`. */
  | { readonly type: 'ready'; readonly rules: string }
  /** The settings cannot be used. */
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'answer'; readonly id: number; readonly answer: TaskAnswer; readonly memory: number }
