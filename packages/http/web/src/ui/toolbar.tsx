import { useRef } from 'preact/hooks'
import type { Profile } from 'retext-klarsprak'
import type { Format } from '../backends/back-end.ts'
import { acceptedFiles } from '../files.ts'
import type { State } from '../session.ts'
import { formatNames, profileNames } from '../words.ts'
import { usePage } from './use-session.ts'

/** What the text is: from which file, of which kind, how it is written. */
export function Toolbar({ state, onFile }: { state: State; onFile(file: File): void }) {
  const { session } = usePage()
  const picker = useRef<HTMLInputElement>(null)
  const { format, chosenFormat, profile, review, text } = state
  const guessed = profile === undefined && review ? ` (${profileNames[review.profile].toLowerCase()})` : ''
  return (
    <div class="toolbar">
      <div class="choice">
        <label for="texttyp">Texttyp</label>
        <select
          id="texttyp"
          value={profile ?? ''}
          onChange={({ currentTarget: { value } }) => session.setProfile(value === '' ? undefined : (value as Profile))}
        >
          <option value="">Välj åt mig{guessed}</option>
          {Object.entries(profileNames).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="choice">
        <label for="format">Format</label>
        <select
          id="format"
          value={chosenFormat ?? ''}
          onChange={({ currentTarget: { value } }) => session.setFormat(value === '' ? undefined : (value as Format))}
        >
          <option value="">Välj åt mig{text === '' ? '' : ` (${formatNames[format].replace('V', 'v')})`}</option>
          {Object.entries(formatNames).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="button" class="quiet" onClick={() => picker.current!.click()}>
        Öppna fil …
      </button>
      <input
        ref={picker}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={acceptedFiles}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) onFile(file)
          // The same file can be opened again.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
