import { dirname, resolve } from 'node:path'

/**
 * Makes some modules of a bundle load when a function of theirs is first called. Only for modules whose exports are
 * functions, and whose loading has no effect of its own.
 *
 * @param modules the exported names of each, by specifier, or by the path of its file where it is imported by a relative one
 */
export function lazy(modules) {
  const namespace = 'lazy'
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path, importer, resolveDir, namespace: from }) => {
        if (from === namespace) return undefined
        const target = path.startsWith('.') ? resolve(dirname(importer), path) : path
        return modules[target] ? { path: target, namespace, pluginData: resolveDir } : undefined
      })
      build.onLoad({ filter: /./, namespace }, ({ path, pluginData: resolveDir }) => ({
        contents: [
          `let loaded\nconst load = () => (loaded ??= require(${JSON.stringify(path)}))`,
          ...modules[path].map((name) =>
            name === 'default'
              ? 'export default (...args) => load().default(...args)'
              : `export const ${name} = (...args) => load().${name}(...args)`,
          ),
        ].join('\n'),
        resolveDir,
      }))
    },
  }
}
