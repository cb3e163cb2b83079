// A WebApp, the browser's side: sends the address, and shows what the review found.
import router from '@sitevision/api/common/router'

/**
 * @typedef {{ severity: string, message: string, text: string, url: string }} Finding
 * @typedef {{ publish?: boolean, notice?: string, findings?: Finding[], message?: string }} Result
 */

/**
 * @param {unknown} _state
 * @param {HTMLElement} element where Sitevision has put the form
 */
export default (_state, element) => {
  const form = element.querySelector('form')
  const status = element.querySelector('[role=status]')
  if (!form || !status) return
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    status.textContent = 'Granskar …'
    fetch(router.getStandaloneUrl('/review'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ page: String(new FormData(form).get('page')) }),
    })
      .then((response) => response.json())
      .then((/** @type {Result} */ result) => status.replaceChildren(...show(result)))
      .catch(() => {
        status.textContent = 'Det går inte att nå servern. Försök igen.'
      })
  })
}

/** @param {Result} result */
function show({ publish, notice, findings = [], message }) {
  const line = document.createElement('p')
  line.textContent =
    message || (publish ? 'Inget hindrar att du publicerar sidan.' : 'Rätta sidan innan du publicerar den.')
  if (notice) line.append(` ${notice}`)
  const list = document.createElement('ul')
  for (const finding of findings) {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = finding.url
    link.textContent = 'Läs mer'
    item.append(`”${finding.text}”: ${finding.message} `, link)
    list.append(item)
  }
  return findings.length > 0 ? [line, list] : [line]
}
