import * as vscode from 'vscode'
import type { CurrentText } from '../current-text.ts'
import { checklistPanel } from '../panels/checklist.ts'
import { comparisonPanel } from '../panels/comparison.ts'
import { reviewFolders } from '../panels/folder.ts'
import { metricsPanel } from '../panels/metrics.ts'
import type { Server } from '../server.ts'
import { chooseProfile } from './choose-profile.ts'
import { openExample } from './example.ts'
import { fixAll } from './fix-all.ts'
import { createConfig, openGlossary } from './house-files.ts'
import { review } from './review.ts'

/** Registers the commands that `package.json` names. */
export function registerCommands(
  context: vscode.ExtensionContext,
  server: Server,
  current: CurrentText,
): vscode.Disposable {
  const checklist = checklistPanel(context, server, current)
  const metrics = metricsPanel(context, server, current)
  const comparison = comparisonPanel(context, server, current)
  const commands: Record<string, (...args: never[]) => unknown> = {
    review: () => review(server, current),
    reviewFolder: (folder?: vscode.Uri) =>
      reviewFolders(
        context,
        server,
        folder instanceof vscode.Uri ? [folder] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
      ),
    fixAll: () => fixAll(current),
    showChecklist: () => checklist.show(),
    showMetrics: () => metrics.show(),
    compare: () => comparison.show(),
    chooseProfile: () => chooseProfile(server, current),
    openGlossary: () => openGlossary(server, current),
    createConfig,
    openExample,
    restart: () => server.restart(),
    showLog: () => server.log.show(),
  }
  return vscode.Disposable.from(
    checklist,
    metrics,
    comparison,
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`klarsprak.${name}`, run as (...args: unknown[]) => unknown),
    ),
  )
}
