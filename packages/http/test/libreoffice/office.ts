import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program, type Running, start } from '@klarsprak/counterparts'

/** Makes a LibreOffice profile of its own, whose LanguageTool client asks the service. */
export function officeProfile(service: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'klarsprak-office-'))
  mkdirSync(join(folder, 'user'))
  const items = [
    ['org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool', 'BaseURL', `${service}/v2`],
    ['org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool', 'IsEnabled', 'true'],
    ['org.openoffice.Office.Linguistic/SpellChecking', 'IsSpellAuto', 'true'],
    ['org.openoffice.Office.Linguistic/General', 'DefaultLocale', 'sv-SE'],
    ['org.openoffice.Office.Common/Misc', 'FirstRun', 'false'],
    ['org.openoffice.Office.Common/Misc', 'ShowTipOfTheDay', 'false'],
    ['org.openoffice.Setup/Product', 'ooSetupLastVersion', '7.4'],
  ].map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  writeFileSync(
    join(folder, 'user/registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join('\n')}
</oor:items>
`,
  )
  return folder
}

/** Starts LibreOffice with a profile. */
export function startOffice(profile: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  return start(
    program('soffice'),
    ['--norestore', '--nologo', '--nofirststartwizard', `-env:UserInstallation=file://${profile}`, ...args],
    { env: { ...process.env, HOME: profile, ...env } },
  )
}

/** A Writer document of Swedish paragraphs, as one XML file. */
export function writerDocument(paragraphs: readonly string[]): string {
  const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="sv" fo:country="SE" fo:font-size="16pt"/></style:default-style></office:styles>
<office:body><office:text>${paragraphs.map((text) => `<text:p>${encode(text)}</text:p>`).join('')}</office:text></office:body>
</office:document>
`
}
