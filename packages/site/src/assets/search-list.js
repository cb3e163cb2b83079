// Hides the rules that a search does not ask for. Without this script the page lists them all.
{
  const form = document.querySelector('form.search')
  const list = document.querySelector('#regler')
  if (form && list) {
    const input = form.querySelector('#sok')
    const select = form.querySelector('#punkt')
    const status = form.querySelector('#antal')
    const none = document.querySelector('#inga')
    const items = [...list.querySelectorAll('[data-regel]')]
    const sections = [...list.querySelectorAll('section')]

    const search = () => {
      const hits = globalThis.klarsprakSearch(input.value)
      const scores = new Map(hits?.map(({ entry, score }) => [entry.rule, score]))
      let shown = 0
      for (const item of items) {
        const fits =
          (!hits || scores.has(item.dataset.regel)) &&
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
      list.append(...sections.toSorted((a, b) => best(b) - best(a)))
      none.hidden = shown > 0
      status.textContent = `${shown} ${shown === 1 ? 'regel' : 'regler'}`
    }

    form.hidden = false
    form.addEventListener('submit', (event) => event.preventDefault())
    input.addEventListener('input', search)
    select.addEventListener('change', search)
    globalThis.klarsprakKeys(input, () =>
      [...list.querySelectorAll('li:not([hidden]) > a')].filter((link) => !link.closest('section').hidden),
    )
    search()
  }
}
