import type { Plugin } from 'esbuild'

/** What the linter has of Node: it reads its model from disk where nobody gives it one. Nobody calls that here. */
const modules: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['existsSync', 'readFileSync'],
  'node:url': ['fileURLToPath'],
}

/** Puts functions that throw in the place of Node's. */
export const withoutNode: Plugin = {
  name: 'without-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => (modules[path] ? { path, namespace: 'without-node' } : undefined))
    onLoad({ filter: /./, namespace: 'without-node' }, ({ path }) => ({
      contents: modules[path]!.map(
        (name) => `export function ${name}() { throw new Error('${path} is not to be had in a browser') }`,
      ).join('\n'),
    }))
  },
}
