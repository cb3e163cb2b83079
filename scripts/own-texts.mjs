// Our own Swedish texts, linted by our own program: the rule pages (without the examples, which show faults on purpose),
// the messages, the help texts and the Swedish guides. A warning or an error fails.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'cli/dist/klarsprak.js')
/** Swedish documents beside the rule pages; folders are searched for Markdown. */
const guides = [
  'docs/sv',
  'vscode-extension/README.md',
  'packages/cms/README.md',
  'packages/cms/client/README.md',
  'packages/cms/payload/README.md',
  'packages/cms/strapi/README.md',
]
/** Sections of a rule page that hold examples or generated tables. */
const leftOut = new Set(['Exempel', 'Skriv hellre', 'Flaggas inte', 'Inställningar', 'Källa', 'Så säker är regeln'])

const klarsprak = (args) => {
  const run = spawnSync(process.execPath, [command, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status === null || run.status > 1) {
    console.error(run.stdout + run.stderr)
    process.exit(1)
  }
  return run
}

const folder = mkdtempSync(join(tmpdir(), 'klarsprak-own-'))
try {
  const put = (path, text) => {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  writeFileSync(join(folder, 'klarsprak.config.json'), JSON.stringify({ root: true, profile: 'webb' }))
  const { rules } = JSON.parse(klarsprak(['rules', '--format', 'json']).stdout)
  for (const { id, title, description, why, options } of rules) {
    const page = klarsprak(['explain', id]).stdout
    put(`rules/${id}.md`, withoutExamples(page))
    const texts = [description, why, ...Object.values(options ?? {}).map((option) => option.description)]
    put(`messages/${id}.md`, `# ${title}\n\n${texts.join('\n\n')}\n`)
  }
  const help = [
    'lint',
    'analyze',
    'metrics',
    'checklist',
    'diff',
    'rules',
    'explain',
    'config',
    'init',
    'lsp',
    'serve',
    'site',
    'completion',
  ]
  put('help.txt', help.map((name) => descriptions(klarsprak([name, '--help']).stdout)).join('\n\n'))
  for (const guide of guides)
    for (const path of markdown(guide)) put(`guides/${path}`, readFileSync(join(root, path), 'utf8'))
  const run = klarsprak(['lint', folder, '--fail-on', 'warning', '--quiet', '--no-color'])
  process.stdout.write(run.stdout.replaceAll(`${folder}/`, ''))
  process.exitCode = run.status
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function withoutExamples(page) {
  const parts = page.split(/^(?=## )/m)
  return parts.filter((part) => !leftOut.has(/^## (.+)$/m.exec(part)?.[1]?.trim() ?? '')).join('')
}

/** The prose of a help text: the description of the command and of each option, a sentence each. */
function descriptions(help) {
  const [, ...blocks] = help.split('\n\n')
  return blocks
    .join('\n\n')
    .replace(/^ {2}\S.*? {2,}/gm, '\n\n')
    .replace(/\n {10,}/g, ' ')
}

function markdown(path) {
  try {
    const entries = readdirSync(join(root, path), { recursive: true })
    return entries.filter((entry) => entry.endsWith('.md')).map((entry) => join(path, entry))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    if (error.code === 'ENOENT') return []
    throw error
  }
}
