export {
  type Baseline,
  type BaselineEntry,
  BaselineError,
  type KnownFile,
  makeBaseline,
  readBaseline,
  writeBaseline,
} from './baseline.ts'
export { type AnsweredQuestion, type CheckedPoint, checklistOf, type PointState } from './checklist/checklist.ts'
export type { Evidence } from './checklist/evidence.ts'
export { type ChecklistQuestion, checklistPoints, type PointDefinition } from './checklist/points.ts'
export { type Comparison, compare } from './compare.ts'
export type { Config, ConfigOverride, Exception, PublishConfig, RuleConfig, Sourced } from './config/config.ts'
export { ConfigError, type ConfigProblem, describeProblem } from './config/config-error.ts'
export { configNames, type FileConfig } from './config/configurations.ts'
export type { ExplainedConfig, ExplainedRule } from './config/explain.ts'
export { type FileSystem, noFiles } from './config/file-system.ts'
export { readGlossary } from './config/glossary-file.ts'
export { generateSchema, type JsonSchema } from './config/json-schema.ts'
export { didYouMean, nearestName } from './config/nearest.ts'
export { profiles } from './config/shape.ts'
export { defineRule } from './define-rule.ts'
export { detailOf, type FileDetail, type FindingPlace, type SilencedFinding } from './detail.ts'
export { createEngine, type Engine, type EngineOptions } from './engine.ts'
export { applyEdits, type FixOutcome } from './fix.ts'
export { isFixable, type Judgement, judge, languageName, type Verdict } from './gate.ts'
export { keepFindings, type LineSpan, onChangedLines, sinceBaseline } from './keep-findings.ts'
export { LineIndex } from './line-index.ts'
export { type BlockStats, sumMetrics } from './metrics.ts'
export { Outlines } from './outlines.ts'
export { ownRules } from './own-rules.ts'
export type { ProgramHooks } from './program.ts'
export { type BestEdit, bestEdits } from './readability/best-edits.ts'
export type { Difficulty, DifficultyParts } from './readability/difficulty.ts'
export { type Figures, fewestWords, type LixBand, lixBand } from './readability/figures.ts'
export {
  type Readability,
  readabilityOf,
  type SectionFigures,
  type SentenceFigures,
} from './readability/readability.ts'
export type { LintRequest, SettingsRequest } from './request.ts'
export type * from './result.ts'
export {
  type Review,
  type ReviewedBlock,
  type ReviewedEdit,
  type ReviewedPoint,
  type ReviewedSentence,
  reviewOf,
  reviewText,
} from './review.ts'
export { type SectionMetrics, sectionMetrics } from './section-metrics.ts'
export type { LintSession } from './session.ts'
export { makeGlossary, noGlossary } from './settings.ts'
export { isAtLeast, type Level, severityNames, severityRank } from './severity.ts'
export { summarise, toLintResult } from './summary.ts'
export type * from './types.ts'
