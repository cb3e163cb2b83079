/**
 * Where findings stand in the blocks of the editor, and how rewrites are made there.
 *
 * The service gives positions in the content as it is stored. The content is read as a tree of blocks once more, beside
 * the editor's own tree, and a position is carried to the attribute whose HTML stands there. What cannot be carried
 * exactly is not carried at all.
 */
;((wp) => {
  const { getBlockType } = wp.blocks
  const carried = ['html', 'rich-text', 'text', 'raw']

  /** The blocks in stored content: name, start, end, children; `end` is after the closing comment. */
  function readTree(content) {
    const root = { name: null, start: 0, end: content.length, children: [] }
    const open = [root]
    for (let start = content.indexOf('<!--'); start >= 0; start = content.indexOf('<!--', start + 4)) {
      const stop = content.indexOf('-->', start)
      if (stop < 0) break
      const comment = /^\s+(\/?)wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:\{[\s\S]*\}\s+)?(\/?)$/.exec(
        content.slice(start + 4, stop),
      )
      if (!comment) continue
      const end = stop + 3
      const name = comment[2].includes('/') ? comment[2] : `core/${comment[2]}`
      if (comment[1]) {
        const block = open.length > 1 ? open.pop() : undefined
        if (!block || block.name !== name) return null
        block.end = end
      } else {
        const block = { name, start, end, children: [] }
        open[open.length - 1].children.push(block)
        if (!comment[3]) open.push(block)
      }
    }
    return open.length === 1 ? root : null
  }

  /** Puts stretches of text outside blocks in the tree, as the classic blocks that the editor makes of them. */
  function withClassic(content, { children }) {
    const all = []
    let at = 0
    for (const block of [...children, { start: content.length }]) {
      if (content.slice(at, block.start).trim() !== '')
        all.push({ name: 'core/freeform', start: at, end: block.start, children: [] })
      if (block.name) all.push(block)
      at = block.end
    }
    return all
  }

  /** Pairs the two trees; null where they differ, as for blocks that were just inserted. */
  function pair(nodes, blocks, pairs) {
    if (nodes.length !== blocks.length) return null
    for (const [index, node] of nodes.entries()) {
      const block = blocks[index]
      if (block.name !== node.name && block.name !== 'core/missing') return null
      pairs.push({ node, block })
      // A block whose inner blocks are stored elsewhere has none here.
      if (node.children.length > 0 && !pair(node.children, block.innerBlocks, pairs)) return null
    }
    return pairs
  }

  /**
   * Reads where blocks stand in the content that was sent.
   *
   * @param {string} content The content as stored.
   * @param {Object[]} blocks The editor's blocks at the same time.
   * @return {Object[]|null} Pairs of node and block, outer before inner.
   */
  function readPlaces(content, blocks) {
    const root = readTree(content)
    return root && pair(withClassic(content, root), blocks, [])
  }

  /** The texts among a block's attributes, each with the path to it. */
  function textsOf(attributes, schemas, path = []) {
    return Object.entries(schemas ?? {}).flatMap(([key, schema]) => {
      const value = attributes?.[key]
      if (value === undefined || value === null) return []
      if (schema.source === 'query' && Array.isArray(value))
        return value.flatMap((item, index) => textsOf(item, schema.query, [...path, key, index]))
      if (!carried.includes(schema.source) || typeof value === 'object') {
        // Newer versions hold rich text as an object that knows its HTML.
        return typeof value.toHTMLString === 'function' ? [{ path: [...path, key], value: value.toHTMLString() }] : []
      }
      return [{ path: [...path, key], value: String(value) }]
    })
  }

  function occurrences(text, part) {
    const found = []
    for (let at = text.indexOf(part); part && at >= 0; at = text.indexOf(part, at + part.length)) found.push(at)
    return found
  }

  /**
   * The block that a stretch of the content stands in, and the attribute where it can be told for certain.
   *
   * @return {{clientId: string, path?: Array, value?: string, start?: number, end?: number}|null} Offsets into value.
   */
  function locate(places, content, start, end) {
    const inside = (places ?? []).filter(({ node }) => node.start <= start && end <= node.end)
    if (inside.length === 0) return null
    const { node, block } = inside[inside.length - 1]
    const texts = textsOf(block.attributes, getBlockType(block.name)?.attributes)
    const html = content.slice(node.start, node.end)
    for (const { path, value } of texts) {
      const same = texts.filter((text) => text.value === value)
      const at = occurrences(html, value)
      // Equal texts, as in the cells of a table, stand in the same order in both; anything else would be a guess.
      if (at.length !== same.length) continue
      const from = node.start + at[same.findIndex((text) => text.path === path)]
      if (from <= start && end <= from + value.length)
        return { clientId: block.clientId, path, value, start: start - from, end: end - from }
    }
    return { clientId: block.clientId }
  }

  function valueAt(attributes, path) {
    const value = path.reduce((inner, key) => inner?.[key], attributes)
    return typeof value?.toHTMLString === 'function' ? value.toHTMLString() : value
  }

  /** A copy in which the value at the path is another. */
  function replacedAt(holder, [key, ...rest], value) {
    const copy = Array.isArray(holder) ? [...holder] : { ...holder }
    copy[key] = rest.length > 0 ? replacedAt(holder[key], rest, value) : value
    return copy
  }

  function edited(text, edits) {
    return [...edits]
      .sort((one, other) => other.start - one.start)
      .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text)
  }

  /** Length of the text that a reader sees before an offset of HTML. */
  function textLength(html) {
    return wp.richText.create({ html }).text.length
  }

  wp.klarsprak = { readPlaces, locate, valueAt, replacedAt, edited, textLength }
})(window.wp)
