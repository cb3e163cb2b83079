import { defineConfig } from 'vitest/config'

const counterparts = '**/*.counterpart.test.ts'
const include = [
  '{packages,packages/cms}/*/test/**/*.test.ts',
  'rules/test/**/*.test.ts',
  'rules/*/*.test.ts',
  '{cli,server,vscode-extension}/test/**/*.test.ts',
  'fixtures/test/**/*.test.ts',
]

// Workspace packages are read from their sources (the `source` export condition), so tests need no build.
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'node', 'import', 'default'] },
  ssr: {
    resolve: {
      conditions: ['source', 'module', 'node', 'import', 'default'],
      externalConditions: ['source', 'node', 'import', 'default'],
    },
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'tests', include, exclude: [counterparts, '**/node_modules/**'] } },
      {
        // Real editors, browsers and office programs need the machine to themselves: one file at a time, and last.
        extends: true,
        test: {
          name: 'counterparts',
          include: include.map((pattern) => pattern.replace('*.test.ts', '*.counterpart.test.ts')),
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
