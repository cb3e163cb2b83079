import {
  type ChecklistPoint,
  checklistPoints,
  type Profile,
  profiles,
  type RuleGroup,
  type RuleMeta,
  type Severity,
} from 'retext-klarsprak'
import type { GuideGroup } from './guide-groups.ts'
import { escapeHtml } from './html.ts'
import { layout } from './layout.ts'
import { renderRuleList } from './rule-list.ts'
import { rules, rulesOf } from './rules.ts'
import { places, type SiteOptions } from './site-options.ts'
import { groupNames, profileWords } from './words.ts'

/** All eleven points, each with its questions. */
export function renderChecklist(options: SiteOptions): string {
  const points = checklistPoints.map(
    ({ point, title, questions }) => `<section aria-labelledby="punkt-${point}">
<h2 id="punkt-${point}">${point}. <a href="${options.root}${places.point(point)}">${escapeHtml(title)}</a></h2>
${questionList(questions)}
<p>${helpOf(point)}</p>
</section>`,
  )
  const main = `<h1>Checklistan</h1>
<p class="intro">Elva punkter att gå igenom innan du publicerar en text. Punkterna kommer från Hällefors kommun. Klarspråk fyller i det som syns i texten. Frågorna kan bara du och dina kollegor svara på.</p>
${points.join('\n')}`
  return layout(
    {
      title: 'Checklistan',
      description: 'Elva punkter att gå igenom innan du publicerar en text.',
      main,
      part: 'checklist',
    },
    options,
  )
}

/** A point with what it asks and the rules that serve it. */
export function renderPoint(point: ChecklistPoint, options: SiteOptions): string {
  const { title, questions } = checklistPoints.find((one) => one.point === point)!
  const serving = rulesOfPoint(point)
  const list =
    serving.length === 0
      ? '<p>Ingen regel kan se det här. Punkten är din och dina kollegors.</p>'
      : renderRuleList(serving, (id) => `${options.root}${places.rule(id)}`)
  const main = `<p class="group"><a href="${options.root}${places.checklist}">Checklistan</a></p>
<h1>${point}. ${escapeHtml(title)}</h1>
<h2 id="fragor">Fråga dig själv</h2>
${questionList(questions)}
<h2 id="regler">${serving.length === 0 ? 'Regler' : `Det här kan ${ruleCount(serving.length)} visa dig`}</h2>
${list}
${renderSteps(point, options)}`
  return layout(
    {
      title: `Punkt ${point}: ${title}`,
      description: questions.map(({ question }) => question).join(' '),
      main,
      part: 'checklist',
    },
    options,
  )
}

/** A group with its rules. */
export function renderGroup(group: RuleGroup, options: SiteOptions): string {
  const own = rulesOf(group)
  const main = `<p class="group"><a href="${options.root}${places.rules}">Alla regler</a></p>
<h1>${escapeHtml(groupNames[group])}</h1>
<p class="intro">${ruleCount(own.length)} i området.</p>
${renderRuleList(own, (id) => `${options.root}${places.rule(id)}`)}`
  return layout(
    {
      title: groupNames[group],
      description: `Reglerna i området ${groupNames[group]}: vad de hittar och hur du kan skriva i stället.`,
      main,
      part: 'rules',
    },
    options,
  )
}

/** All kinds of text. */
export function renderProfiles(options: SiteOptions): string {
  const items = profiles.map((profile) => {
    const { name, about } = profileWords[profile]
    return `<li><a href="${options.root}${places.profile(profile)}">${name}</a><p>${escapeHtml(about)}</p></li>`
  })
  const main = `<h1>Texttyper</h1>
<p class="intro">Ett brev och ett protokoll skrivs inte på samma sätt. Därför gäller olika regler i olika sorters text. Programmet gissar texttypen, men du kan välja själv.</p>
<ul class="rules">${items.join('\n')}</ul>
<h2 id="valj">Välj texttyp</h2>
<p>Skriv texttypen i början av texten, mellan två rader med tre streck:</p>
<pre tabindex="0"><code>---
texttyp: press
---</code></pre>
<p>På webbsidan och i publiceringsverktyget väljer du den i en lista.</p>`
  return layout(
    { title: 'Texttyper', description: 'Vilka regler som gäller i olika sorters text.', main, part: 'profiles' },
    options,
  )
}

/** A kind of text with the rules that hold otherwise in it. */
export function renderProfile(profile: Profile, options: SiteOptions): string {
  const { heading, about } = profileWords[profile]
  const all = [...rules.values()]
  const level = (meta: RuleMeta) => levelIn(meta, profile)
  const added = all.filter((meta) => level(meta) !== 'off' && usual(meta) === 'off')
  const changed = all.filter((meta) => level(meta) !== 'off' && usual(meta) !== 'off' && level(meta) !== usual(meta))
  const tuned = all.filter(
    (meta) =>
      level(meta) !== 'off' && !added.includes(meta) && !changed.includes(meta) && meta.profiles?.[profile]?.options,
  )
  const off = all.filter((meta) => level(meta) === 'off')
  const sections = [
    { id: 'ocksa', name: 'Gäller också här', of: added },
    { id: 'nivaer', name: 'Har en annan nivå här', of: changed },
    { id: 'granser', name: 'Har andra gränser här', of: tuned },
    { id: 'inte', name: 'Gäller inte här', of: off },
  ].map(({ id, name, of }) => {
    if (of.length === 0) return ''
    const list = renderRuleList(
      of,
      (rule) => `${options.root}${places.rule(rule)}`,
      (meta) => (level(meta) === 'off' ? meta.severity : (level(meta) as Severity)),
    )
    return `<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
${list}</section>`
  })
  const on = all.length - off.length
  const main = `<p class="group"><a href="${options.root}${places.profiles}">Texttyper</a></p>
<h1>${heading}</h1>
<p class="intro">${escapeHtml(about)}</p>
<p>${ruleCount(on)} av ${all.length} gäller i texttypen <code>${profile}</code>. Här står det som skiljer den från andra texter. <a href="${options.root}${places.rules}">Se alla regler.</a></p>
${sections.join('\n')}`
  return layout({ title: heading, description: about, main, part: 'profiles' }, options)
}

/** The list of guides. */
export function renderGuides(groups: readonly GuideGroup[], options: SiteOptions): string {
  const sections = groups.map(({ id, name, guides }) => {
    const items = guides.map(
      ({ slug, title, description }) =>
        `<li><a href="${options.root}${places.guide(slug)}">${escapeHtml(title)}</a><p>${escapeHtml(description)}</p></li>`,
    )
    return `<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
<ul class="rules">${items.join('\n')}</ul></section>`
  })
  const main = `<h1>Guider</h1>
<p class="intro">Så använder du Klarspråk där du skriver, och så inför ni det på arbetsplatsen.</p>
${sections.join('\n')}`
  return layout({ title: 'Guider', description: 'Så använder och inför du Klarspråk.', main, part: 'guides' }, options)
}

function helpOf(point: ChecklistPoint): string {
  const count = rulesOfPoint(point).length
  return count === 0 ? 'Ingen regel kan se det här åt dig.' : `${ruleCount(count)} hjälper dig med punkten.`
}

/** `1 regel`, `12 regler` */
function ruleCount(count: number): string {
  return count === 1 ? '1\u00a0regel' : `${count}\u00a0regler`
}

function rulesOfPoint(point: ChecklistPoint): RuleMeta[] {
  return [...rules.values()].filter(({ checklist }) => checklist.includes(point))
}

function questionList(questions: readonly { question: string }[]): string {
  return `<ul class="questions">${questions.map(({ question }) => `<li>${escapeHtml(question)}</li>`).join('')}</ul>`
}

/** Links to the points before and after. */
function renderSteps(point: ChecklistPoint, { root }: SiteOptions): string {
  const link = (step: number, label: string) => {
    const other = checklistPoints.find((one) => one.point === point + step)
    if (!other) return ''
    return `<li><a href="${root}${places.point(other.point)}">${label}: ${escapeHtml(other.title)}</a></li>`
  }
  return `<nav class="steps" aria-label="Fler punkter"><ul>${link(-1, 'Förra punkten')}${link(1, 'Nästa punkt')}</ul></nav>`
}

function usual({ enabled, severity }: RuleMeta): Severity | 'off' {
  return enabled ? severity : 'off'
}

function levelIn(meta: RuleMeta, profile: Profile): Severity | 'off' {
  return meta.profiles?.[profile]?.severity ?? usual(meta)
}
