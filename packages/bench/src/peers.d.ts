declare module 'textlint-rule-common-misspellings'
declare module 'textlint-rule-terminology'
declare module 'textlint-rule-write-good'
declare module 'write-good' {
  export default function writeGood(text: string): { index: number }[]
}
declare module 'yoastseo' {
  export class Paper {
    constructor(text: string, attributes: { locale: string })
  }
  export class ContentAssessor {
    constructor(researcher: unknown)
    assess(paper: Paper): void
    getValidResults(): unknown[]
  }
}
declare module 'yoastseo/build/languageProcessing/languages/sv/Researcher.js' {
  const module: { default: new (paper: unknown) => unknown }
  export default module
}
