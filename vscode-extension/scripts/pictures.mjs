// Copies the two pictures of the README from what the tests of the user interface left: run those first.
import { copyFileSync, existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Larger pictures make the page of the extension slow (bytes). */
const mostBytes = 200_000

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
for (const name of ['forklaring', 'checklista']) {
  const picture = file(`../.cache/artifacts/vscode-${name}.png`)
  if (!existsSync(picture)) throw new Error(`${picture} is missing: run the tests of vscode-extension first`)
  const { size } = statSync(picture)
  if (size > mostBytes) throw new Error(`${picture} has ${size} bytes; ${mostBytes} are allowed`)
  copyFileSync(picture, file(`media/${name}.png`))
}
