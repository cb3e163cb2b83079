import { createLinter } from 'retext-klarsprak'
import { analyse, forgetWords } from 'retext-swedish'

export interface BenchLinter {
  readonly name: string
  /** Reads one text, with nothing kept from those before; gives the number of findings, or of words where it only parses. */
  run(source: string): Promise<number>
}

/** What is measured, by name; each is loaded when it is asked for. All read plain text. */
export const linters: Readonly<Record<string, () => Promise<BenchLinter>>> = {
  klarsprak: async () => ({
    name: 'klarsprak',
    run: async (source) => {
      forgetWords()
      return createLinter().lint({ source, format: 'text', profile: 'webb' }).findings.length
    },
  }),
  'retext-swedish': async () => ({
    name: 'retext-swedish',
    run: async (source) => {
      forgetWords()
      return analyse(source).words.length
    },
  }),
  'parse-latin': async () => {
    const { ParseLatin } = await import('parse-latin')
    return { name: 'parse-latin', run: async (source) => new ParseLatin().parse(source).children.length }
  },
  alex: async () => {
    const { text } = await import('alex')
    return { name: 'alex', run: async (source) => text(source).messages.length }
  },
  textlint: async () => {
    const { TextlintKernel } = await import('@textlint/kernel')
    const kernel = new TextlintKernel()
    const plugin = await moduleOf(import('@textlint/textlint-plugin-text'))
    const rules = [
      { ruleId: 'write-good', rule: await moduleOf(import('textlint-rule-write-good')) },
      { ruleId: 'terminology', rule: await moduleOf(import('textlint-rule-terminology')) },
      { ruleId: 'common-misspellings', rule: await moduleOf(import('textlint-rule-common-misspellings')) },
    ]
    return {
      name: 'textlint',
      run: async (source) => {
        const { messages } = await kernel.lintText(source, {
          ext: '.txt',
          plugins: [{ pluginId: 'text', plugin: plugin as never }],
          rules: rules as never,
        })
        return messages.length
      },
    }
  },
  'write-good': async () => {
    const { default: writeGood } = await import('write-good')
    return { name: 'write-good', run: async (source) => writeGood(source).length }
  },
  yoastseo: async () => {
    const { ContentAssessor, Paper } = await import('yoastseo')
    const { default: researchers } = await import('yoastseo/build/languageProcessing/languages/sv/Researcher.js')
    return {
      name: 'yoastseo',
      run: async (source) => {
        const paper = new Paper(`<p>${source.replaceAll('\n\n', '</p>\n<p>')}</p>`, { locale: 'sv_SE' })
        const assessor = new ContentAssessor(new researchers.default(paper))
        assessor.assess(paper)
        return assessor.getValidResults().length
      },
    }
  },
}

/** What a CommonJS module exports by default, however deep it stands. */
async function moduleOf(loading: Promise<unknown>): Promise<unknown> {
  let module = await loading
  while (typeof module === 'object' && module !== null && 'default' in module) module = module.default
  return module
}
