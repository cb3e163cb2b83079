// `npm run bump`: turns the changes in `.changeset` into versions and changelogs, and names the new version wherever it
// stands by name.
import { readFileSync, writeFileSync } from 'node:fs'
import { bin, root, run } from './release/workspace.mjs'

run(bin('changeset'), ['version'], { cwd: root, stdio: 'inherit' })
const { version } = JSON.parse(readFileSync(`${root}cli/package.json`, 'utf8'))
const action = `${root}action.yml`
writeFileSync(action, readFileSync(action, 'utf8').replace(/(?<=KLARSPRAK_VERSION: )\S+/, version))
console.log(`${version}: read the changelogs, commit, and run node scripts/release.mjs`)
