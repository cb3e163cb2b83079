import { checklistPoints } from 'retext-klarsprak'
import { escapeHtml } from './html.ts'
import { layout } from './layout.ts'
import { renderRuleList } from './rule-list.ts'
import { groupNamesInUse, rules, rulesOf } from './rules.ts'
import { pageHref, type SiteOptions } from './site-options.ts'

/** The page that lists all rules, with a search that a script beside it brings to life. */
export function renderIndex(options: SiteOptions = {}): string {
  const groups = groupNamesInUse().map(
    ([group, name]) => `<section aria-labelledby="grupp-${group}"><h2 id="grupp-${group}">${escapeHtml(name)}</h2>
${renderRuleList(rulesOf(group), (id) => pageHref(id, options))}</section>`,
  )
  const points = checklistPoints.map(
    ({ point, title }) => `<option value="${point}">${point}. ${escapeHtml(title)}</option>`,
  )
  const main = `<h1>Alla regler</h1>
<p class="intro">Här står vad varje regel hittar, varför det spelar roll och hur du kan skriva i stället.</p>
<form class="search" role="search" hidden>
<div class="field"><label for="sok">Sök bland reglerna</label><input id="sok" type="search" autocomplete="off" spellcheck="false"></div>
<div class="field"><label for="punkt">Punkt i checklistan</label><select id="punkt"><option value="">Alla punkter</option>${points.join('')}</select></div>
<p id="antal" role="status">${rules.size} regler</p>
</form>
<div id="regler">
${groups.join('\n')}
</div>
<p id="inga" hidden>Ingen regel passar. Prova ett kortare ord, eller välj alla punkter.</p>`
  return layout(
    {
      title: 'Alla regler',
      description: 'Reglerna i Klarspråk: vad de hittar, varför, och hur du kan skriva i stället.',
      main,
      searches: true,
      part: 'rules',
    },
    options,
  )
}
