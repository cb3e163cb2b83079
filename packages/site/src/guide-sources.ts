import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GuideSource } from './guide.ts'

/** The guides of the repository that help a user: those in `docs/sv`, of the CMS packages, and of the extension. */
export function readGuideSources(repository: string): GuideSource[] {
  const docs = readdirSync(join(repository, 'docs/sv')).filter((name) => name.endsWith('.md'))
  const packages = readdirSync(join(repository, 'packages/cms')).map((name) => `packages/cms/${name}/README.md`)
  return [
    ...docs.sort().map((name) => `docs/sv/${name}`),
    'packages/cms/README.md',
    ...packages.filter((path) => existsSync(join(repository, path))).sort(),
    'vscode-extension/README.md',
  ].map((path) => ({ path, markdown: readFileSync(join(repository, path), 'utf8') }))
}
