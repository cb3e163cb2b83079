import type { LiveFinding, LiveSuggestion } from '../finding.ts'
import { shorten } from '../words.ts'
import { Level } from './badge.tsx'
import { usePage } from './use-session.ts'

interface ItemProps {
  finding: LiveFinding
  text: string
  line: number
  isOpen: boolean
  /** In the order of the tab key: one item of the list at a time. */
  isActive: boolean
  /** Takes a suggestion. */
  onTake(suggestion: LiveSuggestion): void
  /** Goes to the finding after this. */
  onNext(): void
}

/** One finding: what it is about, and when it is open why, what to do and where to read more. */
export function FindingItem({ finding, text, line, isOpen, isActive, onTake, onNext }: ItemProps) {
  const { session, editor } = usePage()
  const { index } = finding
  const { severity, message } = finding.finding
  const id = `traff-${index}`
  return (
    <li class={`item ${severity}${isOpen ? ' is-open' : ''}`}>
      <button
        type="button"
        class="head"
        id={id}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-mer` : undefined}
        tabIndex={isActive ? 0 : -1}
        onClick={() => {
          session.open(isOpen ? undefined : index)
          if (!isOpen) editor.show(finding)
        }}
      >
        <span class="head-line">
          <Level of={severity} /> <span class="where">Rad {line}</span>
        </span>
        <span class="message">{message}</span>
      </button>
      {isOpen && <Detail finding={finding} text={text} id={`${id}-mer`} onTake={onTake} onNext={onNext} />}
    </li>
  )
}

type DetailProps = Pick<ItemProps, 'finding' | 'text' | 'onTake' | 'onNext'> & { id: string }

function Detail({ finding, text, id, onTake, onNext }: DetailProps) {
  const { session, editor } = usePage()
  const { why, ruleId, related } = finding.finding
  const { folder, suffix } = session.backEnd.rules
  return (
    <div class="detail" id={id}>
      <blockquote class="quote">{around(text, finding)}</blockquote>
      <p class="why">{why}</p>
      {finding.suggestions.length > 0 && (
        <ul class="suggestions">
          {finding.suggestions.map((suggestion) => (
            <li key={suggestion.title}>
              <Suggestion suggestion={suggestion} text={text} onTake={onTake} />
            </li>
          ))}
        </ul>
      )}
      {related.length > 0 && (
        <ul class="related">
          {related.map(({ message, range }) => (
            <li key={`${range.start.offset} ${message}`}>
              {message} (rad {range.start.line})
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <button type="button" class="quiet" onClick={() => editor.show(finding, { focus: true })}>
          Visa i texten
        </button>
        <button type="button" class="quiet only-narrow" onClick={onNext}>
          Nästa träff
        </button>
        <a href={`${folder}${ruleId}${suffix}`} target="_blank" rel="noreferrer">
          Läs om regeln<span class="unseen"> {ruleId} (ny flik)</span>
        </a>
      </p>
    </div>
  )
}

function Suggestion({
  suggestion,
  text,
  onTake,
}: {
  suggestion: LiveSuggestion
  text: string
  onTake(suggestion: LiveSuggestion): void
}) {
  const { title, change } = suggestion
  if (!change) return <p class="advice">{title}</p>
  const after = change.text.trim()
  const isTold = title.includes(after)
  return (
    <>
      <p class="advice">{title}</p>
      {!isTold && (
        <p class="rewrite">
          <del>{shorten(text.slice(change.start, change.end), 300)}</del> <ins>{shorten(after, 300)}</ins>
        </p>
      )}
      <button type="button" class="take" onClick={() => onTake(suggestion)}>
        Använd<span class="unseen">: {title}</span>
      </button>
    </>
  )
}

/** The marked words with some of what stands around them. */
function around(text: string, { start, end }: LiveFinding) {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, text.lastIndexOf(' ', Math.max(0, start - 50)) + 1)
  const lineEnd = text.indexOf('\n', end)
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + 50)
  return (
    <>
      {from > 0 && text[from - 1] !== '\n' && '… '}
      {text.slice(from, start)}
      <mark>{shorten(text.slice(start, end), 240) || '¶'}</mark>
      {text.slice(end, to).replace(/\S*$/u, (rest) => (to < text.length && text[to] !== '\n' ? '…' : rest))}
    </>
  )
}
