// Hides the rules that a search does not ask for. Without this script the page lists them all.
const form = document.querySelector('form.search')
const input = document.querySelector('#sok')
const select = document.querySelector('#punkt')
const status = document.querySelector('#antal')
const none = document.querySelector('#inga')
const items = [...document.querySelectorAll('[data-regel]')]
const sections = [...document.querySelectorAll('#regler > section')]

/** How much a hit weighs, by the part of the entry that it stands in. */
const weights = { title: 100, description: 10, page: 1 }

let loading
/** The index, fetched once; where it cannot be had, the words of the list itself. */
function index() {
  loading ??= fetch('sok.json')
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .catch(() =>
      items.map((item) => ({
        id: item.dataset.regel,
        title: item.textContent.toLowerCase(),
        description: '',
        page: '',
      })),
    )
    .then((entries) =>
      entries.map(({ id, ...parts }) => ({
        id,
        parts: Object.entries(weights).map(([name, weight]) => ({ weight, words: parts[name].split(' ') })),
      })),
    )
  return loading
}

/** Every word asked for begins a word of the entry, or stands in one where it is long enough to mean something. */
function score({ parts }, asked) {
  let sum = 0
  for (const query of asked) {
    let best = 0
    for (const { weight, words } of parts)
      for (const word of words) {
        if (word === query) best = Math.max(best, weight * 3)
        else if (word.startsWith(query)) best = Math.max(best, weight * 2)
        else if (query.length > 3 && word.includes(query)) best = Math.max(best, weight)
      }
    if (best === 0) return 0
    sum += best
  }
  return sum
}

let latest = 0
async function search() {
  const turn = ++latest
  const asked = input.value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const entries = asked.length > 0 ? await index() : []
  if (turn !== latest) return
  const scores = new Map(entries.map((entry) => [entry.id, score(entry, asked)]))
  let shown = 0
  for (const item of items) {
    const fits =
      (asked.length === 0 || scores.get(item.dataset.regel) > 0) &&
      (select.value === '' || item.dataset.punkter.split(' ').includes(select.value))
    item.hidden = !fits
    if (fits) shown++
  }
  // The best hit comes first in its group, and the group with the best hit first.
  const of = (item) => (item.hidden ? -1 : (scores.get(item.dataset.regel) ?? 0))
  for (const section of sections) {
    const own = items.filter((item) => section.contains(item))
    section.hidden = own.every((item) => item.hidden)
    section.querySelector('ul').append(...own.toSorted((a, b) => of(b) - of(a)))
  }
  const best = (section) => Math.max(...items.filter((item) => section.contains(item)).map(of))
  document.querySelector('#regler').append(...sections.toSorted((a, b) => best(b) - best(a)))
  none.hidden = shown > 0
  status.textContent = `${shown} ${shown === 1 ? 'regel' : 'regler'}`
}

form.hidden = false
form.addEventListener('submit', (event) => event.preventDefault())
input.addEventListener('input', search)
select.addEventListener('change', search)
search()
