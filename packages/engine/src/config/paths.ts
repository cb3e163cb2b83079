// Paths as this package handles them: `/` between names, absolute ones from `/` or a drive (`C:/`). No file is touched.

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path)
}

/** A path that a person has written, on Windows or not: settings files go from one to the other. */
export function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}

/** The absolute path of `path` seen from the folder `base`, without `.` and `..`. */
export function resolvePath(base: string, path: string): string {
  const whole = isAbsolute(path) ? path : `${base}/${path}`
  const root = /^(?:[A-Za-z]:)?\//.exec(whole)?.[0] ?? ''
  const names: string[] = []
  for (const name of whole.slice(root.length).split('/')) {
    if (name === '' || name === '.') continue
    if (name === '..') names.pop()
    else names.push(name)
  }
  return root + names.join('/')
}

/** The folder of a path; a root is its own folder. */
export function folderOf(path: string): string {
  const root = /^(?:[A-Za-z]:)?\//.exec(path)?.[0] ?? ''
  const cut = path.lastIndexOf('/')
  return cut < root.length ? root : path.slice(0, cut)
}

/** The path below a folder; undefined where it does not stand below it. */
export function pathBelow(folder: string, path: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(prefix) && path.length > prefix.length ? path.slice(prefix.length) : undefined
}

/** The folder and all folders above it, nearest first. */
export function* foldersUpwards(folder: string): Generator<string> {
  let current = folder
  for (;;) {
    yield current
    const above = folderOf(current)
    if (above === current || current === '') return
    current = above
  }
}
