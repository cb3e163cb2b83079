import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deadLinks } from './dead-links.ts'
import { readGuideSources } from './guide-sources.ts'
import { places } from './site-options.ts'
import { renderSite } from './whole-site.ts'

/** A site that cannot be built, with what to do in Swedish. */
export class SiteError extends Error {
  override readonly name = 'SiteError'
}

/**
 * Builds the whole site into a folder. It is put in its place when all of it is there and no link in it is dead.
 *
 * @param folder new, empty, or with a site that was built before, which is replaced
 * @param address where the site will stand, with a slash at its end
 * @returns how many pages it has
 * @throws SiteError where the folder holds other things, or a link is dead
 */
export async function buildSite(repository: string, folder: string, address: string): Promise<number> {
  if (!isOurs(folder)) throw new SiteError(`I mappen ${folder} finns annat än en webbplats. Välj en ny mapp.`)
  const { files, pictures } = await renderSite(address, readGuideSources(repository))
  const all = new Map([...files, ...[...pictures.keys()].map((place): [string, string] => [place, ''])])
  const dead = deadLinks(all, address)
  if (dead.length > 0) throw new SiteError(`Länkar som inte leder någonstans:\n${dead.join('\n')}`)
  const beside = `${folder}.${process.pid}`
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(beside, path)), { recursive: true })
      writeFileSync(join(beside, path), content)
    }
    for (const [place, picture] of pictures) cpSync(join(repository, picture), join(beside, place))
    rmSync(folder, { recursive: true, force: true })
    renameSync(beside, folder)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  return [...files.keys()].filter((path) => path.endsWith('.html')).length
}

function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return true
  return readdirSync(folder).length === 0 || existsSync(join(folder, places.rule('passiv-form')))
}
