import {
  bestEdits,
  type CheckedPoint,
  ConfigError,
  checklistOf,
  detailOf,
  type Engine,
  type FileResult,
  type Finding,
  type Judgement,
  judge,
  type LintRequest,
  profiles,
  type RuleConfig,
  type RuleMeta,
  readabilityOf,
} from '@klarsprak/engine'
import { nodeFileSystem } from '@klarsprak/engine/node'
import { publicFile } from '@klarsprak/report'
import { createLinter } from 'retext-klarsprak'
import { AnnotationError, plainText, readAnnotated } from '../languagetool/annotated.ts'
import { categoryOf, checkResult } from '../languagetool/matches.ts'
import type { CheckBody, LintBody, Task, TaskAnswer, WorkerSettings } from './task.ts'

/** What the text of a request is called where the request gives it no name. */
const unnamed = 'text'

/** Characters of text whose results are kept between requests, so that a page that is sent again and again costs little. */
const keptText = 500_000

/** What settings of a request are called in messages. */
const origin = 'begäran'

/** Carries out tasks with one linter. */
export class TextLinter {
  readonly #linter: Engine
  readonly #metas: ReadonlyMap<string, RuleMeta>
  readonly #config: Pick<LintRequest, 'config'>
  #ruleErrors: string[] = []

  /** @param settings.config an absolute path: no other folder is looked in, whatever texts are called */
  constructor({ config, rulePages }: WorkerSettings) {
    this.#linter = createLinter({
      keptText,
      fileSystem: nodeFileSystem(config === undefined ? '/' : folderOf(config)),
      onRuleError: (id) => this.#ruleErrors.push(id),
      ...(rulePages === undefined ? {} : { ruleUrl: (id: string) => `${rulePages}${id}` }),
    })
    this.#metas = new Map(this.#linter.rules.map((meta) => [meta.id, meta]))
    this.#config = { config: config ?? {} }
  }

  /** The answer of `GET /v1/rules`. */
  get rules(): string {
    return JSON.stringify({ version: 1, profiles, rules: this.#linter.rules })
  }

  /**
   * Loads what the house's settings ask for, and warms up.
   *
   * @throws {ConfigError} where those settings cannot be used
   */
  async start(): Promise<void> {
    await this.#lint({ source: '# Så söker du\n\nDin ansökan behandlas av nämnden.\n', format: 'markdown' })
  }

  reload(): void {
    this.#linter.reloadSettings()
  }

  async run(task: Task): Promise<TaskAnswer> {
    this.#ruleErrors = []
    try {
      const { body, words } = await this.#carryOut(task)
      return { ok: true, json: JSON.stringify(body), words, ruleErrors: this.#ruleErrors }
    } catch (error) {
      return faultOf(error)
    }
  }

  #carryOut(task: Task): Promise<{ body: unknown; words: number }> {
    switch (task.kind) {
      case 'lint':
        return this.#judge(task.body, (result, { verdict }) => ({ ...publicFile(result), verdict }))
      case 'verdict':
        return this.#judge(task.body, verdictOf)
      case 'review':
        return this.#judge(task.body, reviewOf)
      case 'check':
        return this.#check(task.body)
    }
  }

  async #judge(
    { text, previous, filename, ...settings }: LintBody,
    answer: (result: FileResult, judgement: Judgement, isUpdate: boolean) => unknown,
  ): Promise<{ body: unknown; words: number }> {
    // Whoever asks may have Windows.
    const name = filename?.replaceAll('\\', '/')
    const request = { ...settings, ...(name === undefined ? {} : { filename: name }), path: filename ?? unnamed }
    const result = await this.#lint({ ...request, source: text })
    const before = previous === undefined ? undefined : await this.#lint({ ...request, source: previous })
    return { body: answer(result, judge(result, before), before !== undefined), words: result.metrics.words }
  }

  async #check(form: CheckBody): Promise<{ body: unknown; words: number }> {
    const { text, data, language = '' } = form
    if (text === undefined && data === undefined) throw new AnnotationError('Skicka texten i text eller data.')
    if (!/^(?:auto|sv(?:[-_](?:SE|FI))?)$/i.test(language))
      throw new AnnotationError('Tjänsten granskar bara svenska: skicka language=sv.')
    const annotated = text === undefined ? readAnnotated(data!) : plainText(text)
    const result = await this.#lint({
      source: annotated.text,
      format: 'text',
      passage: !/\n[^\S\n]*\n/.test(annotated.text),
      ...(form.level === 'picky' ? { profile: 'strikt' as const } : {}),
      ...this.#chosenRules(form),
    })
    return {
      body: checkResult(result, annotated, this.#metas, language),
      words: result.metrics.words,
    }
  }

  /** Rules and categories that the client turns on or off. Names of other checkers' rules mean nothing here. */
  #chosenRules(form: CheckBody): Pick<LintRequest, 'rules' | 'only'> {
    const enabled = this.#named(form.enabledRules, form.enabledCategories)
    const disabled = this.#named(form.disabledRules, form.disabledCategories)
    if (form.enabledOnly === 'true')
      return { only: enabled.filter((meta) => !disabled.includes(meta)).map(({ id }) => id) }
    const rules: Record<string, RuleConfig> = {}
    for (const { id, severity } of enabled) rules[id] = severity
    for (const { id } of disabled) rules[id] = 'off'
    return Object.keys(rules).length === 0 ? {} : { rules }
  }

  #named(ids: string | undefined, categories: string | undefined): RuleMeta[] {
    const wanted = new Set(ids?.split(',').map((id) => id.trim()))
    const groups = new Set(categories?.split(',').map((name) => name.trim()))
    return this.#linter.rules.filter(
      ({ id, aliases = [], group }) =>
        groups.has(categoryOf(group)) || wanted.has(id) || aliases.some((alias) => wanted.has(alias)),
    )
  }

  async #lint(request: LintRequest): Promise<FileResult> {
    const whole = { ...request, ...this.#config, origin }
    if (!this.#linter.isReady(whole)) await this.#linter.prepare(whole)
    return this.#linter.lint(whole)
  }
}

function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '') || '/'
}

/** Whose fault an error is, in words for the client. Never quotes the text. */
function faultOf(error: unknown): TaskAnswer {
  if (error instanceof AnnotationError) return { ok: false, kind: 'ogiltig-begaran', detail: error.message }
  if (error instanceof ConfigError) {
    if (error.file === origin) return { ok: false, kind: 'ogiltiga-installningar', detail: error.message }
    const detail = 'Tjänstens egna inställningar går inte att använda. Säg till den som sköter tjänsten.'
    return { ok: false, kind: 'internt-fel', detail }
  }
  if (error instanceof Error && error.name === 'DocumentError')
    return { ok: false, kind: 'ogiltig-text', detail: error.message }
  if (error instanceof RangeError)
    return { ok: false, kind: 'ogiltig-text', detail: 'Texten är för djupt nästlad eller för stor för att granskas.' }
  return { ok: false, kind: 'internt-fel', detail: 'Granskningen gick sönder på den här texten.' }
}

/** What decides whether a text is published, and where it stands; findings are named by their fingerprints. */
function verdictOf(result: FileResult, { verdict, stopping, added }: Judgement, isUpdate: boolean) {
  const { document, places } = detailOf(result)
  const names = (findings: readonly Finding[]) => findings.map(({ fingerprint }) => fingerprint)
  const inBlock = new Map<number, { finding: number; start: number; end: number }[]>()
  for (const [finding, { block, start, end }] of places.entries()) {
    const list = inBlock.get(block)
    if (list) list.push({ finding, start, end })
    else inBlock.set(block, [{ finding, start, end }])
  }
  return {
    ...publicFile(result),
    verdict,
    stopping: names(stopping),
    ...(isUpdate ? { added: names(added) } : {}),
    blocks: document.blocks.map(({ index, kind, level, text, source, quoted, list, table }) => ({
      kind,
      level,
      text,
      ...source,
      quoted,
      ...(list ? { list: { id: list.id, index: list.index, depth: list.depth, ordered: list.ordered } } : {}),
      ...(table ? { table: { id: table.id, row: table.row, column: table.column, header: table.header } } : {}),
      findings: inBlock.get(index) ?? [],
    })),
  }
}

/** All about a text; findings are named by their place in `findings`. */
function reviewOf(result: FileResult, judgement: Judgement, isUpdate: boolean): unknown {
  const { whole, sections, sentences } = readabilityOf(result)
  const indexes = new Map(result.findings.map((finding, index) => [finding, index]))
  const indexesOf = (findings: readonly Finding[]) => findings.map((finding) => indexes.get(finding)!)
  return {
    ...verdictOf(result, judgement, isUpdate),
    figures: whole,
    sections: sections.map(({ heading = null, level, range, figures }) => ({ heading, level, range, figures })),
    sentences: sentences.map(({ range, words, difficulty: { score } }) => ({ range, words, difficulty: score })),
    checklist: checklistOf(result).map((point: CheckedPoint) => ({ ...point, findings: indexesOf(point.findings) })),
    edits: bestEdits(result).map(({ range, text, difficulty = null, reasons, findings }) => ({
      range,
      text,
      difficulty,
      reasons,
      findings: indexesOf(findings),
    })),
  }
}
