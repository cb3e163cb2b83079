import requester from '@sitevision/api/server/Requester'
import { address, token } from './settings.js'

/**
 * @typedef {{ severity: string, message: string, text: string, url: string, range: { start: { line: number } } }} Finding
 * @typedef {{ publish: boolean, errors: number, warnings: number, suggestions: number, reasons: string[], notice?: string }} Verdict
 * @typedef {{ verdict: Verdict, findings: Finding[] }} Answer
 */

/**
 * Asks the service about a page. The callbacks are called before the function returns.
 *
 * @param {string} html the page as its readers get it
 * @param {string} id the page's identifier in Sitevision
 * @param {string | undefined} previous the page as it was published before: only new findings then count
 * @param {(answer: Answer) => void} done
 * @param {(message: string) => void} fail gets what is wrong, in Swedish
 */
export function review(html, id, previous, done, fail) {
  const data = { text: html, format: 'html', filename: `sitevision/${id}.html` }
  requester
    .post(`${address}/v1/lint`, {
      contentType: 'application/json',
      dataType: 'json',
      headers: token ? { Authorization: `Bearer ${token}` } : {},
      data: previous ? { ...data, previous } : data,
    })
    .done((/** @type {Answer} */ answer) => {
      if (answer?.verdict && Array.isArray(answer.findings)) done(answer)
      else fail('Svaret går inte att läsa. Kontrollera adressen till tjänsten.')
    })
    .fail((/** @type {string} */ _message, /** @type {{ statusCode?: number } | undefined} */ status) => {
      const code = status?.statusCode || 0
      fail(code >= 400 && code < 600 ? `Tjänsten svarade ${code}.` : 'Det går inte att nå tjänsten.')
    })
}
