import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { t } from '../l10n.ts'
import type { Server } from '../server.ts'

/** Opens the glossary of the current text, made first where the user wants that. */
export async function openGlossary(server: Server, { document }: CurrentText): Promise<void> {
  if (!mayWrite()) return
  if (document?.uri.scheme !== 'file') {
    void vscode.window.showInformationMessage(t('Öppna först en sparad text. Ordlistan hör till textens mapp.'))
    return
  }
  let uri = await server.glossary(document.uri, false)
  if (uri === null) {
    const create = t('Skapa ordlista')
    const answer = await vscode.window.showInformationMessage(
      t('Det finns ingen ordlista för texten.'),
      { detail: t('En tom ordlista läggs i mappen, och inställningsfilen får veta var den finns.'), modal: true },
      create,
    )
    if (answer !== create) return
    uri = await server.glossary(document.uri, true)
    if (uri === null) return
    await vscode.workspace.saveAll(false)
  }
  await vscode.window.showTextDocument(vscode.Uri.parse(uri))
}

/** The ready-made settings that a new file can build on, and whose rules they follow. */
function presets(): { label: string; description: string; preset: string | undefined }[] {
  const municipality = (preset: string, name: string) => ({
    label: name,
    description: `klarsprak:${preset}`,
    preset: `klarsprak:${preset}`,
  })
  return [
    { label: t('Klarspråks egna regler'), description: t('inget tillägg'), preset: undefined },
    municipality('hallefors', 'Hällefors kommun'),
    municipality('astorp', 'Åstorps kommun'),
    municipality('ale', 'Ale kommun'),
    municipality('bengtsfors', 'Bengtsfors kommun'),
    municipality('karlsborg', 'Karlsborgs kommun'),
    { label: t('Strikt: alla regler'), description: 'klarsprak:strikt', preset: 'klarsprak:strikt' },
  ]
}

const names = ['klarsprak.config.json', 'klarsprak.config.yaml', 'klarsprak.config.yml']

/** Makes a settings file in a folder of the workspace and opens it. One that is there is opened as it is. */
export async function createConfig(): Promise<void> {
  if (!mayWrite()) return
  const folder = await chooseFolder()
  if (!folder) return
  for (const name of names) {
    const there = vscode.Uri.joinPath(folder, name)
    if (await exists(there)) {
      void vscode.window.showInformationMessage(t('{0} finns redan och är öppen nu. Inget är ändrat.', name))
      await vscode.window.showTextDocument(there)
      return
    }
  }
  const choice = await vscode.window.showQuickPick(presets(), {
    title: t('Vems skrivregler vill ni utgå från?'),
    placeHolder: t('Ni kan ändra allt i filen efteråt'),
  })
  if (!choice) return
  const uri = vscode.Uri.joinPath(folder, names[0]!)
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(configText(choice.preset)))
  await vscode.window.showTextDocument(uri)
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const { workspaceFolders: folders = [] } = vscode.workspace
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(t('Öppna först en mapp. Inställningsfilen gäller texterna i den.'))
    return undefined
  }
  if (folders.length === 1) return folders[0]!.uri
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: t('I vilken mapp?') }))?.uri
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  )
}

function configText(preset: string | undefined): string {
  const base = preset === undefined ? '' : `  "extends": [${JSON.stringify(preset)}],\n\n`
  return `{
${base}  // ${t('Utelämna raden om programmet ska gissa texttypen för varje text.')}
  // "profile": "webb",

  // ${t('Stäng av en regel eller ändra den. Tryck Ctrl + blanksteg för att se vad som finns.')}
  "rules": {
    // "passiv-form": "off"
  },

  // ${t('Mappar och filer som inte ska granskas.')}
  "ignore": ["arkiv/**"]
}
`
}

/** False in a folder that the user does not trust, which is told. */
function mayWrite(): boolean {
  if (vscode.workspace.isTrusted) return true
  void vscode.window.showInformationMessage(t('Mappen är öppen i begränsat läge. Klarspråk skriver inget i den.'))
  return false
}
