import { defineConfig } from 'vitest/config'

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
    include: [
      '{packages,packages/cms}/*/test/**/*.test.ts',
      'rules/test/**/*.test.ts',
      'rules/*/*.test.ts',
      '{cli,server,vscode-extension}/test/**/*.test.ts',
      'fixtures/test/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
