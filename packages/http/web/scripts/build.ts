// Builds the page: `build.ts dist` for the HTTP service, `build.ts dist-static` for any web server, with the linter and its
// language model in the tab.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderIndex, renderRulePage, ruleIds, ruleTitles, type SiteOptions, siteAssets } from '@klarsprak/site'
import { build } from 'esbuild'
import { Notices } from '../../../../scripts/licences.mjs'

const file = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** The policy of the static pages: servers that set no headers get it from the page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'"

/** @param where the page may use its document, a worker has none: packages come in a version for each */
const bundle = (entries: Record<string, string>, folder: string, where: 'browser' | 'worker' = 'browser') =>
  build({
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022'],
    conditions: ['source', where],
    mainFields: ['browser', 'module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'linked',
    metafile: true,
    define: { KLARSPRAK_RULE_TITLES: JSON.stringify(ruleTitles) },
    logLevel: 'warning',
  })

const targets: Readonly<Record<string, () => Promise<void>>> = {
  dist: () =>
    make('dist', { rules: 'regler/', site: { suffix: '', home: '../' } }, async (folder, notices) => {
      notices.add(await bundle({ page: file('src/main-service.ts'), 'page.style': file('styles/page.css') }, folder))
    }),
  'dist-static': () =>
    make(
      'dist-static',
      { rules: 'regler/index.html', site: { home: '../index.html', policy }, policy },
      async (folder, notices) => {
        notices.add(await bundle({ page: file('src/main-tab.ts'), 'page.style': file('styles/page.css') }, folder))
        notices.add(await bundle({ worker: file('src/backends/worker.ts') }, folder, 'worker'))
        for (const name of ['swedish.klm', 'lexicon.klm', 'LICENSE'])
          cpSync(file(`../../swedish/model/${name}`), `${folder}/${name}`)
      },
    ),
}

interface Pages {
  /** The address of the list of rules. */
  rules: string
  site: SiteOptions
  policy?: string
}

/** Builds beside the old one, and puts it in its place when it is whole. */
async function make(
  name: string,
  pages: Pages,
  scripts: (folder: string, notices: Notices) => Promise<void>,
): Promise<void> {
  const folder = file(`.${name}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}/regler`, { recursive: true })
  const notices = new Notices()
  await scripts(folder, notices)
  notices.write(folder)
  renameSync(`${folder}/page.style.css`, `${folder}/page.css`)
  writeFileSync(`${folder}/index.html`, startPage(pages))
  const put = (path: string, content: string): void => writeFileSync(`${folder}/regler/${path}`, content)
  put('index.html', renderIndex(pages.site))
  for (const id of ruleIds) put(`${id}.html`, await renderRulePage(id, pages.site))
  for (const { name: asset, content } of await siteAssets()) put(asset, content)
  rmSync(file(name), { recursive: true, force: true })
  renameSync(folder, file(name))
}

function startPage({ rules, policy: rule }: Pages): string {
  const meta = rule === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${rule}">\n`
  return readFileSync(file('index.html'), 'utf8').replace('<!--policy-->', meta).replace('<!--rules-->', rules)
}

for (const name of process.argv.slice(2)) {
  const target = targets[name]
  if (!target) throw new Error(`no such target: ${name}`)
  await target()
}
