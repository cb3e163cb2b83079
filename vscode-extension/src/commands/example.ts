import * as vscode from 'vscode'

const example = `---
texttyp: press
---

# Information om badhuset Vågen

Beslut har fattats av fritidsnämnden om att badhuset Vågen ska renoveras under 2027. Genomförandet av renoveringen sker i två etapper och föranleder ett behov av tillfälliga lokaler, vilka kommer att tillhandahållas av kommunen.

Priset höjs med 8% för vuxna. Den som har ett årskort erhåller ersättning. Ansökan skall göras senast den 15 maj.

## Öppettider

Barn badar gratis på lördagar. Du hittar öppettiderna på vår webbplats.
`

/** Opens a text that gives findings, unsaved. */
export async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: example })
  await vscode.window.showTextDocument(document)
}
