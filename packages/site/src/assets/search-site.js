// The search on the front page: pages of all kinds, as links below the field.
{
  const form = document.querySelector('form.search')
  const results = document.querySelector('#resultat')
  if (form && results) {
    const most = 12
    const input = form.querySelector('#sok')
    const status = form.querySelector('#antal')

    const search = () => {
      const hits = globalThis.klarsprakSearch(input.value)
      const shown = hits?.slice(0, most) ?? []
      results.replaceChildren(...shown.map(({ entry }) => item(entry)))
      results.hidden = shown.length === 0
      if (!hits) status.textContent = ''
      else if (hits.length === 0) status.textContent = 'Ingen sida passar. Prova ett kortare ord.'
      else if (hits.length > most) status.textContent = `De ${most} bästa träffarna av ${hits.length}`
      else status.textContent = hits.length === 1 ? '1 träff' : `${hits.length} träffar`
    }

    const item = ({ href, name, kind, about }) => {
      const link = Object.assign(document.createElement('a'), { href, textContent: name })
      const sort = Object.assign(document.createElement('span'), { className: 'kind', textContent: kind })
      const text = Object.assign(document.createElement('p'), { textContent: about })
      const li = document.createElement('li')
      li.append(link, ' ', sort, text)
      return li
    }

    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      results.querySelector('a')?.click()
    })
    input.addEventListener('input', search)
    globalThis.klarsprakKeys(input, () => [...results.querySelectorAll('a')])
    search()
  }
}
