// What a search finds in the index that `sok-index.js` brings. A plain script, so that it also runs from a folder.
{
  /** How much a hit weighs, by the part of the entry that it stands in. */
  const weights = { title: 100, description: 10, page: 1 }

  const entries = (globalThis.klarsprakIndex ?? []).map((entry) => ({
    entry,
    parts: Object.entries(weights).map(([name, weight]) => ({ weight, words: entry[name].split(' ') })),
  }))

  /** What a word of an entry is worth to a word that is asked for. */
  function worth(word, query) {
    if (word === query) return 6
    if (word.startsWith(query)) return 4
    if (query.length > 3 && word.includes(query)) return 2
    // Other endings: ”passiva” finds ”passiv”.
    return word.length > 3 && query.startsWith(word) && query.length - word.length < 4 ? 1 : 0
  }

  /** Every word asked for is found in the entry, or it is worth nothing. */
  function score(parts, asked) {
    let sum = 0
    for (const query of asked) {
      let best = 0
      for (const { weight, words } of parts)
        for (const word of words) best = Math.max(best, weight * worth(word, query))
      if (best === 0) return 0
      sum += best
    }
    return sum
  }

  /** The entries that a query finds, best first, each with its score; undefined for a query without words. */
  globalThis.klarsprakSearch = (text) => {
    const asked = text.toLowerCase().match(/[\p{L}\p{N}]+/gu)
    if (!asked) return undefined
    return entries
      .map(({ entry, parts }) => ({ entry, score: score(parts, asked) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score)
  }

  /**
   * The keys of a search: `/` leads to the field, arrows down to the hits and among them, Escape empties it.
   *
   * @param links gives the hits that are shown
   */
  globalThis.klarsprakKeys = (input, links) => {
    document.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey, target } = event
      if (ctrlKey || metaKey || altKey) return
      if (key === '/' && !target.closest('input, select, textarea')) {
        event.preventDefault()
        input.focus()
      } else if (key === 'Escape' && input.value !== '' && (target === input || links().includes(target))) {
        input.value = ''
        input.focus()
        input.dispatchEvent(new Event('input'))
      } else if (key === 'ArrowDown' || key === 'ArrowUp') {
        const all = [input, ...links()]
        const at = all.indexOf(target)
        const next = all[at + (key === 'ArrowDown' ? 1 : -1)]
        if (at < 0 || !next) return
        event.preventDefault()
        next.focus()
      }
    })
  }
}
