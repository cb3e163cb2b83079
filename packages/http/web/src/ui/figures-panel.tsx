import type { State } from '../session.ts'
import { formatNumber, percent } from '../words.ts'
import { SentenceChart } from './chart.tsx'

export function FiguresPanel({ state: { review } }: { state: State }) {
  if (!review) return null
  const { figures, sentences } = review
  if (figures.words === 0) return <p class="hint">Det finns ingen löpande text att mäta.</p>
  const rows: [string, string, string][] = [
    ['Ord', formatNumber(figures.words), ''],
    ['Meningar', formatNumber(figures.sentences), ''],
    [
      'Lix',
      `${formatNumber(figures.lix)}${figures.lixMargin === null ? '' : ` ± ${formatNumber(figures.lixMargin)}`}`,
      figures.lixBand ?? 'Texten är för kort för en säker siffra',
    ],
    ['Ord per mening i snitt', formatNumber(figures.meanSentence, 1), 'Variera längden'],
    ['Längsta meningen', `${figures.longestSentence}\u00a0ord`, ''],
    ['Meningar med fler än 25 ord', percent(figures.longSentences), ''],
    ['Ord med fler än sex bokstäver', percent(figures.longWords), ''],
    ['Passiva verb', percent(figures.passiveShare), 'Av alla verb'],
    ['Ordvariation (ovix)', figures.ovix === null ? '–' : formatNumber(figures.ovix), 'Högre är mer varierat'],
    [
      'Nominalkvot',
      figures.nominalRatio === null ? '–' : formatNumber(figures.nominalRatio, 1),
      'Över 1 är tungt av substantiv',
    ],
  ]
  return (
    <>
      <SentenceChart sentences={sentences} />
      <table class="figures">
        <caption class="unseen">Mått på texten</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">Mått</th>
            <th scope="col">Värde</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, note]) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {note !== '' && <span class="note">{note}</span>}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">Måtten gäller löpande text, inte rubriker, tabeller och kontaktuppgifter.</p>
    </>
  )
}
