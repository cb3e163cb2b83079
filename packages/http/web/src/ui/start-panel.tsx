import type { State } from '../session.ts'
import { counted, formatNumber, shorten } from '../words.ts'
import { bandOf, isHard } from './difficulty.ts'
import { usePage } from './use-session.ts'

/** Reasons against publishing that are shown; the rest are counted. */
const mostReasons = 5

/** Where to begin: the changes that help the reader most. */
export function StartPanel({ state: { review, findings } }: { state: State }) {
  const { session, editor } = usePage()
  if (!review) return null
  const { edits, figures, metrics, language, verdict } = review
  const live = new Map(findings.map((finding) => [finding.index, finding]))
  return (
    <>
      <dl class="glance">
        <div>
          <dt>Ord</dt>
          <dd>{formatNumber(metrics.words)}</dd>
        </div>
        <div>
          <dt>Lix</dt>
          <dd>
            {metrics.words === 0 ? '–' : formatNumber(metrics.lix)}
            {figures.lixBand !== null && <span> {figures.lixBand}</span>}
          </dd>
        </div>
        <div>
          <dt>Ord per mening</dt>
          <dd>{metrics.words === 0 ? '–' : formatNumber(figures.meanSentence, 1)}</dd>
        </div>
      </dl>
      {language !== undefined && (
        <p class="hint">Texten verkar inte vara på svenska. Då gäller bara några av reglerna.</p>
      )}
      {!verdict.publish && (
        <div class="stops">
          <h3>Rätta det här innan du publicerar</h3>
          <ul>
            {verdict.reasons.slice(0, mostReasons).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {verdict.reasons.length > mostReasons && <li>Och {verdict.reasons.length - mostReasons} till.</li>}
          </ul>
        </div>
      )}
      {edits.length === 0 ? (
        <p class="hint">Inget särskilt att börja med. Gå gärna igenom frågorna i checklistan.</p>
      ) : (
        <>
          <h3 class="start-title">Det här hjälper läsaren mest</h3>
          <ol class="edits">
            {edits.map(({ range, text, reasons, difficulty, findings: named }) => (
              <li key={`${range.start.offset} ${text}`} class="edit">
                <p class="hint">
                  Rad {range.start.line}
                  {difficulty !== null && isHard(difficulty) && ` · ${bandOf(difficulty).name} mening`}
                </p>
                {text !== '' && <blockquote class="quote">{shorten(text, 220)}</blockquote>}
                {named.length === 0 && <p>{reasons.join(' ')}</p>}
                <ul class="named">
                  {named.map((index) => {
                    const finding = live.get(index)
                    return (
                      <li key={index}>
                        {finding ? (
                          <button
                            type="button"
                            class="link"
                            onClick={() => {
                              session.open(index)
                              editor.show(finding)
                              requestAnimationFrame(() => document.getElementById(`traff-${index}`)?.focus())
                            }}
                          >
                            {finding.finding.message}
                          </button>
                        ) : (
                          <s>{review.findings[index]?.message}</s>
                        )}
                      </li>
                    )
                  })}
                </ul>
              </li>
            ))}
          </ol>
        </>
      )}
      {findings.length > 0 && (
        <p>
          <button type="button" class="quiet" onClick={() => session.setPanel('findings')}>
            Visa {counted(findings.length, 'träff', 'träffar')}
          </button>
        </p>
      )}
    </>
  )
}
