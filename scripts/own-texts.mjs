// Our own Swedish texts, linted by our own program: the rule pages (without the examples, which show faults on purpose),
// the messages, the help texts and every Swedish document. A warning or an error fails.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'cli/dist/klarsprak.js')
/** Folders without documents of ours to read: the rule pages are read apart, the fixtures show faults on purpose. */
const passedOver = new Set(['node_modules', 'dist', 'dist-static', 'rules', 'fixtures'])
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
  const guides = documents('.').map((path) => [path, readFileSync(join(root, path), 'utf8')])
  for (const [path, text] of guides.filter(([, text]) => isSwedish(text))) put(`guides/${path}`, text)
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

/** Every Markdown file and `readme.txt` of the workspace. */
function documents(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return passedOver.has(entry.name) || entry.name.startsWith('.') ? [] : documents(path)
    return entry.name.endsWith('.md') || entry.name === 'readme.txt' ? [path] : []
  })
}

/** Has more of the commonest Swedish words than of the commonest English ones, outside code. */
function isSwedish(text) {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`]*`/g, '')
  const count = (pattern) => prose.match(pattern)?.length ?? 0
  return count(/(?<!\p{L})(?:och|att|är|som|du)(?!\p{L})/giu) > count(/\b(?:the|and|of|is|to)\b/gi)
}
