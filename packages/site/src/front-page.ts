import { checklistPoints, profiles } from 'retext-klarsprak'
import { escapeHtml } from './html.ts'
import { layout } from './layout.ts'
import { groupNamesInUse, rules, rulesOf } from './rules.ts'
import { places, type SiteOptions } from './site-options.ts'
import { profileWords } from './words.ts'

/** What people come to do, and the guide that tells how. */
const ways = [
  { name: 'Klistra in en text', guide: 'webbsidan', about: 'Du ser på en gång vad som är svårt att läsa.' },
  { name: 'Granska ett Word-dokument', guide: 'word', about: 'Du får förslagen som kommentarer i dokumentet.' },
  {
    name: 'Granska före publicering',
    guide: 'publiceringsverktyg',
    about: 'WordPress och andra verktyg säger till innan en svår sida når läsarna.',
  },
  {
    name: 'Inför era egna regler',
    guide: 'husregler',
    about: 'Fem kommuners skrivregler finns färdiga att börja från.',
  },
]

/** Where a communicator begins: what the program does, a search, the checklist and the rules by subject. */
export function renderFront(options: SiteOptions): string {
  const { root } = options
  const cards = ways.map(
    ({ name, guide, about }) => `<li><a href="${root}${places.guide(guide)}">${name}</a><p>${about}</p></li>`,
  )
  const points = checklistPoints.map(
    ({ point, title }) => `<li><a href="${root}${places.point(point)}">${escapeHtml(title)}</a></li>`,
  )
  const groups = groupNamesInUse().map(
    ([group, name]) =>
      `<li><a href="${root}${places.group(group)}">${escapeHtml(name)}</a> <span class="count">${rulesOf(group).length}</span></li>`,
  )
  const kinds = profiles.map(
    (profile) => `<li><a href="${root}${places.profile(profile)}">${profileWords[profile].name}</a></li>`,
  )
  const main = `<h1>Skriv så att läsaren förstår</h1>
<p class="intro">Klarspråk är ett öppet program för dig som skriver åt en kommun eller en myndighet. Det visar vad som gör texten svår att läsa, varför, och vad du kan skriva i stället.</p>
<form class="search" role="search" hidden>
<div class="field"><label for="sok">Sök bland regler, checklista och guider</label><input id="sok" type="search" autocomplete="off" spellcheck="false" aria-describedby="tangent"></div>
<p id="tangent">Tryck på / för att söka och på nedåtpilen för att gå till träffarna.</p>
<p id="antal" role="status"></p>
<ol id="resultat" class="rules" hidden></ol>
</form>
<section class="sample" aria-labelledby="exempel"><h2 id="exempel">Så kan det se ut</h2>
<figure>
<blockquote><p>Ansökan ska <mark>lämnas in</mark> före den 1 maj, <mark>varvid</mark> beslut <mark>erhålles</mark> inom fyra veckor.</p></blockquote>
<figcaption><p>Vem ska lämna in ansökan, och vem fattar beslutet? Skriv hellre:</p></figcaption>
<blockquote class="after"><p>Lämna in din ansökan före den 1 maj. Vi beslutar inom fyra veckor.</p></blockquote>
</figure></section>
<section aria-labelledby="borja"><h2 id="borja">Börja här</h2>
<ul class="cards">${cards.join('\n')}</ul>
<p>Allt körs på er egen dator eller server. Ingen text lämnar huset.</p></section>
<section aria-labelledby="checklista"><h2 id="checklista">Checklistan i elva punkter</h2>
<ol class="points-list">${points.join('\n')}</ol></section>
<section aria-labelledby="omraden"><h2 id="omraden">${rules.size} regler efter område</h2>
<ul class="columns">${groups.join('\n')}</ul>
<p><a href="${root}${places.rules}">Se alla regler i en lista</a></p></section>
<section aria-labelledby="texttyper"><h2 id="texttyper">Regler efter texttyp</h2>
<ul class="columns">${kinds.join('\n')}</ul></section>`
  return layout(
    {
      title: 'Skriv så att läsaren förstår',
      description: 'Klarspråk visar vad som gör en svensk text svår att läsa, varför, och vad du kan skriva i stället.',
      main,
      searches: true,
    },
    options,
  )
}

/** What is shown for an address that leads nowhere. */
export function renderNotFound(options: SiteOptions): string {
  const { root } = options
  const main = `<h1>Sidan finns inte</h1>
<p class="intro">Adressen leder ingenstans. Sidan kan ha bytt namn, eller så är adressen felskriven.</p>
<ul>
<li><a href="${root}${places.front}#sok">Sök på startsidan</a></li>
<li><a href="${root}${places.rules}">Se alla regler</a></li>
<li><a href="${root}${places.checklist}">Gå till checklistan</a></li>
</ul>`
  return layout({ title: 'Sidan finns inte', description: 'Adressen leder ingenstans.', main }, options)
}
