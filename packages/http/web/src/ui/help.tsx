import { sample } from '../sample.ts'

/** What the page is for, while there is nothing else to show. */
export function Help({ onSample, isEmpty }: { onSample(text: string): void; isEmpty: boolean }) {
  return (
    <div class="help">
      <h2>Så gör du</h2>
      <ol>
        <li>Klistra in din text, eller öppna en fil.</li>
        <li>Börja med de fem ändringar som hjälper läsaren mest.</li>
        <li>Läs varför, och välj själv vad du vill ändra.</li>
        <li>Kopiera texten när du är klar.</li>
      </ol>
      {isEmpty && (
        <p>
          <button type="button" class="main" onClick={() => onSample(sample)}>
            Prova med ett exempel
          </button>
        </p>
      )}
      <h3>Med tangentbordet</h3>
      <dl class="keys">
        <div>
          <dt>
            <kbd>F8</kbd>
          </dt>
          <dd>Nästa träff. Med skift: den förra.</dd>
        </div>
        <div>
          <dt>
            <kbd>F9</kbd>
          </dt>
          <dd>Växla mellan texten och träffarna.</dd>
        </div>
        <div>
          <dt>
            <kbd>↑</kbd> <kbd>↓</kbd>
          </dt>
          <dd>Gå i listan. Öppna med Retur, stäng med Escape.</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl</kbd> <kbd>Z</kbd>
          </dt>
          <dd>Ångra en ändring i texten.</dd>
        </div>
      </dl>
    </div>
  )
}
