import type { Review } from '../backends/back-end.ts'
import { counted } from '../words.ts'
import { bandOf, bands } from './difficulty.ts'
import { usePage } from './use-session.ts'

type Sentence = Review['sentences'][number]

/** Bars that fit; in a longer text each stands for the longest of several sentences. */
const mostBars = 120

/** Words from which a sentence counts as long. */
const long = 25

/** A short text does not fill the width with a few bars. */
const fewestBars = 24

const height = 120
const barWidth = 10

/** The length of each sentence through the text, coloured by how hard it is to read, and the same as a table. */
export function SentenceChart({ sentences }: { sentences: readonly Sentence[] }) {
  const { editor } = usePage()
  if (sentences.length === 0) return null
  const bars = barsOf(sentences)
  const top = Math.max(long + 5, ...bars.map(({ words }) => words))
  const y = (words: number) => height - (words / top) * height
  const width = Math.max(fewestBars, bars.length) * barWidth
  const counts = bands.map(({ id, name }) => ({
    id,
    name,
    count: sentences.filter(({ difficulty }) => bandOf(difficulty).id === id).length,
  }))
  const longOnes = sentences.filter(({ words }) => words > long).length
  const summary = `Meningarnas längd genom texten. ${counted(sentences.length, 'mening', 'meningar')}, varav ${longOnes} med fler än ${long} ord. Den längsta har ${Math.max(...sentences.map(({ words }) => words))} ord.`
  return (
    <figure class="chart">
      <figcaption>Varje stapel är en mening. Ju högre stapel, desto fler ord. Linjen går vid {long} ord.</figcaption>
      <svg viewBox={`0 -4 ${width} ${height + 8}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        {bars.map(({ words, difficulty }, index) => (
          <rect
            key={index}
            class={`bar ${bandOf(difficulty).id}`}
            x={index * barWidth + 1}
            width={barWidth - 2}
            y={y(words)}
            height={height - y(words)}
          />
        ))}
        <line class="limit" x1={0} x2={width} y1={y(long)} y2={y(long)} />
        <line class="floor" x1={0} x2={width} y1={height} y2={height} />
      </svg>
      <ul class="key">
        {counts.map(({ id, name, count }) => (
          <li key={id}>
            <span class={`swatch ${id}`} /> {name}: {count}
          </li>
        ))}
      </ul>
      <details>
        <summary>Visa de svåraste meningarna som tabell</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Var</th>
              <th scope="col">Ord</th>
              <th scope="col">Svårighet</th>
            </tr>
          </thead>
          <tbody>
            {[...sentences]
              .sort((a, b) => b.difficulty - a.difficulty || b.words - a.words)
              .slice(0, 20)
              .map(({ range, words, difficulty }) => (
                <tr key={range.start.offset}>
                  <td>
                    <button
                      type="button"
                      class="link"
                      onClick={() => editor.show({ start: range.start.offset, end: range.end.offset }, { focus: true })}
                    >
                      Rad {range.start.line}
                    </button>
                  </td>
                  <td>{words}</td>
                  <td>
                    {difficulty} ({bandOf(difficulty).name})
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

function barsOf(sentences: readonly Sentence[]): readonly Pick<Sentence, 'words' | 'difficulty'>[] {
  if (sentences.length <= mostBars) return sentences
  const size = sentences.length / mostBars
  return Array.from({ length: mostBars }, (_, bar) =>
    sentences
      .slice(Math.floor(bar * size), Math.floor((bar + 1) * size))
      .reduce((one, other) => (other.words > one.words ? other : one)),
  )
}
