/**
 * Leaves some modules out of a bundle, to be loaded from files beside it.
 *
 * @param modules the file of each, relative to the bundle
 */
export function beside(modules) {
  return {
    name: 'beside',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path }) => modules[path] && { path: modules[path], external: true })
    },
  }
}
