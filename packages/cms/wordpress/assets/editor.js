/** The panel of the block editor: findings, marks in the text, rewrites, and the lock on publishing. */
;((wp) => {
  const { createElement: el, Fragment, useCallback, useEffect, useRef, useState } = wp.element
  const { __, _n, sprintf } = wp.i18n
  const { dispatch, select, useSelect } = wp.data
  const { Button, ExternalLink, Notice, PanelBody, Spinner, TextareaControl } = wp.components
  // Newer versions have moved these to the editor package.
  const { PluginPrePublishPanel, PluginSidebar, PluginSidebarMoreMenuItem } = { ...wp.editPost, ...wp.editor }
  const { edited, locate, readPlaces, replacedAt, textLength, valueAt } = wp.klarsprak
  const editor = 'core/editor'
  const blockEditor = 'core/block-editor'
  const lock = 'klarsprak'
  const source = 'klarsprak'
  const sidebar = 'klarsprak/klarsprak-sidebar'

  /** How long the writer must have paused, in milliseconds. */
  const pause = 800
  /** How soon a service that gave no answer is asked again. */
  const retry = 15000
  /** More marks than this slow the editor down. */
  const mostMarks = 300

  const icon = el(
    'svg',
    { viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': true },
    el('path', { d: 'M4 5h16v2H4zm0 4h10v2H4zm0 4h7v2H4zm11.6 6.4-3.5-3.5 1.4-1.4 2.1 2.1 4.5-4.5 1.4 1.4z' }),
  )

  const levels = {
    error: __('Error', 'klarsprak'),
    warning: __('Warning', 'klarsprak'),
    suggestion: __('Suggestion', 'klarsprak'),
  }

  const isPublishing = (status) => ['publish', 'future'].includes(status)

  /** The text as it stands in the editor now. */
  function currentText() {
    const { getCurrentPostId, getEditedPostAttribute, getEditedPostContent } = select(editor)
    return {
      post: getCurrentPostId(),
      title: getEditedPostAttribute('title') ?? '',
      excerpt: getEditedPostAttribute('excerpt') ?? '',
      content: getEditedPostContent(),
    }
  }

  /** What a review needs of the text it is about, to be carried to the blocks. */
  function placedReview(answer, sent, blocks) {
    const places = readPlaces(sent.content, blocks)
    const at = (place) => {
      if (!place) return null
      if (place.field === 'content') return { ...place, ...locate(places, sent.content, place.start, place.end) }
      return { ...place, value: sent[place.field] }
    }
    const findings = answer.findings.map((finding) => ({
      ...finding,
      place: at(finding.place),
      suggestions: finding.suggestions.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ ...at(edit), text: edit.text })),
      })),
    }))
    return { ...answer, findings, sent }
  }

  /** Asks for a review when the writer pauses. */
  function useReview() {
    const [state, setState] = useState({ review: null, isPending: true })
    const [turn, setTurn] = useState(0)
    const latest = useRef(0)
    const { blocks, title, excerpt, saved } = useSelect((get) => {
      const { getCurrentPost, getEditedPostAttribute } = get(editor)
      return {
        blocks: get(blockEditor).getBlocks(),
        title: getEditedPostAttribute('title'),
        excerpt: getEditedPostAttribute('excerpt'),
        // What is published has changed, and with it what is new.
        saved: getCurrentPost().modified,
      }
    }, [])
    const ask = useCallback(async (path, method, extra) => {
      const number = ++latest.current
      const sent = currentText()
      const sentBlocks = select(blockEditor).getBlocks()
      try {
        const answer = await wp.apiFetch({ path: `/klarsprak/v1/${path}`, method, data: { ...sent, ...extra } })
        if (number === latest.current) setState({ review: placedReview(answer, sent, sentBlocks), isPending: false })
      } catch (error) {
        if (number !== latest.current) return
        if (path === 'check') {
          const failed = { state: 'unavailable', holds: false, findings: [], exceptions: [], mayOverride: false }
          setState({ review: { ...failed, message: error.message }, isPending: false })
        } else dispatch('core/notices').createErrorNotice(error.message, { type: 'snackbar' })
      }
    }, [])
    // The text is read when it is sent; what is named here says that it has changed.
    useEffect(() => {
      latest.current++
      setState((before) => ({ ...before, isPending: true }))
      const timer = setTimeout(() => ask('check', 'POST'), pause)
      return () => clearTimeout(timer)
    }, [blocks, title, excerpt, saved, turn, ask])
    const isSilent = state.review?.state === 'unavailable'
    useEffect(() => {
      if (!isSilent) return undefined
      const timer = setInterval(() => setTurn((before) => before + 1), retry)
      return () => clearInterval(timer)
    }, [isSilent])
    return { ...state, ask }
  }

  /** Locks publishing while something stops it. Saving a draft is never locked. */
  function useLock(review) {
    const isRisky = useSelect((get) => {
      const { getCurrentPostAttribute, isPublishSidebarEnabled } = get(editor)
      const isOpen = get('core/edit-post').isPublishSidebarOpened?.() ?? get(editor).isPublishSidebarOpened?.()
      return isOpen || !isPublishSidebarEnabled() || isPublishing(getCurrentPostAttribute('status'))
    }, [])
    const isLocked = isRisky && !!review?.holds
    useEffect(() => {
      const { lockPostSaving, unlockPostSaving } = dispatch(editor)
      if (isLocked) lockPostSaving(lock)
      else unlockPostSaving(lock)
    }, [isLocked])
  }

  /** Marks the findings in the text. */
  function useMarks(review) {
    useEffect(() => {
      const { __experimentalAddAnnotation: add, __experimentalRemoveAnnotationsBySource: remove } =
        dispatch('core/annotations')
      remove(source)
      remove(`${source}-stops`)
      for (const { place, stops } of (review?.findings ?? []).slice(0, mostMarks)) {
        if (!place?.clientId || place.path?.length !== 1) continue
        const start = textLength(place.value.slice(0, place.start))
        const end = textLength(place.value.slice(0, place.end))
        if (end > start)
          add({
            source: stops ? `${source}-stops` : source,
            blockClientId: place.clientId,
            richTextIdentifier: place.path[0],
            range: { start, end },
          })
      }
    }, [review])
  }

  /** Goes to the place of a finding. */
  function goTo(place) {
    if (place?.clientId) {
      dispatch(blockEditor).selectBlock(place.clientId)
      const id = `block-${place.clientId}`
      const frame = document.querySelector('iframe[name="editor-canvas"]')
      const element = document.getElementById(id) ?? frame?.contentDocument?.getElementById(id)
      element?.scrollIntoView({ block: 'center' })
    } else if (place?.field === 'title') {
      dispatch(blockEditor).clearSelectedBlock()
      document.querySelector('.editor-post-title__input')?.focus()
    } else if (place?.field === 'excerpt') {
      dispatch('core/edit-post').openGeneralSidebar('edit-post/document')
    }
  }

  const canMake = ({ edits }) =>
    edits.length > 0 && edits.every(({ field, path, value }) => (field === 'content' ? !!path : value !== undefined))

  /** What a rewrite changes, each text once: where it is, what it was, and its edits. */
  function targetsOf(edits) {
    const targets = new Map()
    for (const edit of edits) {
      const { field, clientId, path, value } = edit
      const key = JSON.stringify([field, clientId, path])
      const target = targets.get(key) ?? { field, clientId, path, value, edits: [] }
      target.edits.push(edit)
      targets.set(key, target)
    }
    return [...targets.values()]
  }

  /** Makes a rewrite. Nothing is changed where any of its texts is not what was checked. */
  function makeRewrite({ edits }) {
    const { getBlockAttributes } = select(blockEditor)
    const targets = targetsOf(edits)
    const isAsSent = ({ field, clientId, path, value }) =>
      field === 'content'
        ? valueAt(getBlockAttributes(clientId) ?? {}, path) === value
        : select(editor).getEditedPostAttribute(field) === value
    if (!targets.every(isAsSent)) {
      dispatch('core/notices').createWarningNotice(
        __('The text has changed since it was checked. Wait for the new check and try again.', 'klarsprak'),
        { type: 'snackbar' },
      )
      return
    }
    for (const { field, clientId, path, value, edits: own } of targets) {
      const text = edited(value, own)
      if (field === 'content') {
        const [key] = path
        const changed = replacedAt(getBlockAttributes(clientId), path, text)
        dispatch(blockEditor).updateBlockAttributes(clientId, { [key]: changed[key] })
      } else dispatch(editor).editPost({ [field]: text })
    }
  }

  /** A field for the reason of an exception. */
  function Waiver({ label, onSave }) {
    const [reason, setReason] = useState(null)
    if (reason === null) return el(Button, { variant: 'tertiary', isSmall: true, onClick: () => setReason('') }, label)
    return el(
      'div',
      { className: 'klarsprak-waiver' },
      el(TextareaControl, {
        label: __('Why may the text be published as it is?', 'klarsprak'),
        help: __('The reason is saved with the page, with your name and the date.', 'klarsprak'),
        value: reason,
        rows: 3,
        maxLength: 1000,
        onChange: setReason,
      }),
      el(
        Button,
        {
          variant: 'primary',
          isSmall: true,
          disabled: reason.trim().length < 3,
          onClick: () => {
            onSave(reason.trim())
            setReason(null)
          },
        },
        __('Save the reason', 'klarsprak'),
      ),
    )
  }

  function Finding({ finding, review, ask }) {
    const { fingerprint, message, place, severity, stops, suggestions, url, why } = finding
    return el(
      'li',
      { className: `klarsprak-finding${stops ? ' klarsprak-stops' : ''}`, 'data-rule': finding.ruleId },
      el('span', { className: 'klarsprak-level' }, stops ? __('Must be changed', 'klarsprak') : levels[severity]),
      el(
        'div',
        null,
        place
          ? el(Button, { variant: 'link', className: 'klarsprak-go', onClick: () => goTo(place) }, message)
          : el('strong', null, message),
      ),
      el('p', null, why, ' ', url && el(ExternalLink, { href: url }, __('Read more', 'klarsprak'))),
      el(
        'div',
        { className: 'klarsprak-actions' },
        suggestions.map((suggestion) =>
          canMake(suggestion)
            ? el(
                Button,
                {
                  key: suggestion.title,
                  variant: 'secondary',
                  isSmall: true,
                  className: 'klarsprak-accept',
                  onClick: () => makeRewrite(suggestion),
                },
                suggestion.title,
              )
            : el('span', { key: suggestion.title }, suggestion.title),
        ),
        review.mayOverride &&
          el(Waiver, {
            label: __('Make an exception', 'klarsprak'),
            onSave: (reason) => ask('exceptions', 'POST', { fingerprints: [fingerprint], reason }),
          }),
      ),
    )
  }

  function Exceptions({ review, ask }) {
    if (review.exceptions.length === 0) return null
    return el(
      PanelBody,
      { title: __('Exceptions', 'klarsprak'), initialOpen: false, className: 'klarsprak-exceptions' },
      el(
        'ul',
        null,
        review.exceptions.map(({ fingerprint, message, reason, user, date }) =>
          el(
            'li',
            { key: fingerprint },
            el('strong', null, message),
            el('p', null, `${reason} (${user}, ${date})`),
            review.mayOverride &&
              el(
                Button,
                {
                  variant: 'tertiary',
                  isSmall: true,
                  isDestructive: true,
                  onClick: () => ask('exceptions', 'DELETE', { fingerprint }),
                },
                __('Remove the exception', 'klarsprak'),
              ),
          ),
        ),
      ),
    )
  }

  /** What the review says in a sentence. */
  function summary({ state, findings }) {
    if (state === 'unavailable') return ''
    const stops = findings.filter((finding) => finding.stops).length
    if (stops > 0)
      return sprintf(
        /* translators: %d: number of findings */
        _n(
          '%d thing must be changed before you publish.',
          '%d things must be changed before you publish.',
          stops,
          'klarsprak',
        ),
        stops,
      )
    if (findings.length === 0) return __('Nothing to remark on.', 'klarsprak')
    return sprintf(
      /* translators: %d: number of findings */
      _n(
        '%d thing can be clearer. You can publish the text.',
        '%d things can be clearer. You can publish the text.',
        findings.length,
        'klarsprak',
      ),
      findings.length,
    )
  }

  function Body({ review, isPending, ask, onlyStops }) {
    if (!review) return el('div', { className: 'klarsprak-body' }, el(Spinner), __('Checking the text…', 'klarsprak'))
    const stopping = review.findings.filter(({ stops }) => stops)
    const others = review.findings.filter(({ stops }) => !stops)
    return el(
      'div',
      { className: 'klarsprak-body', 'data-pending': isPending, 'aria-busy': isPending },
      review.held?.state === 'unavailable' &&
        el(
          Notice,
          { status: 'warning', isDismissible: false },
          __('The text was not published last time, because Klarspråk did not answer.', 'klarsprak'),
        ),
      review.state === 'unavailable'
        ? el(
            Notice,
            { status: review.holds ? 'error' : 'warning', isDismissible: false, className: 'klarsprak-silent' },
            review.message,
          )
        : el(
            Fragment,
            null,
            review.notice &&
              el(
                Notice,
                { status: 'warning', isDismissible: false, className: 'klarsprak-not-swedish' },
                review.notice,
              ),
            // That there is nothing to remark on would say that the text was checked.
            !(review.notice && review.findings.length === 0) &&
              el('p', { className: 'klarsprak-summary', role: 'status' }, summary(review)),
          ),
      stopping.length > 0 &&
        review.mayOverride &&
        el(Waiver, {
          label: __('Publish anyway', 'klarsprak'),
          onSave: (reason) =>
            ask('exceptions', 'POST', { fingerprints: stopping.map(({ fingerprint }) => fingerprint), reason }),
        }),
      el(
        'ul',
        { className: 'klarsprak-list' },
        [...stopping, ...(onlyStops ? [] : others)].map((finding) =>
          el(Finding, { key: finding.fingerprint, finding, review, ask }),
        ),
      ),
      !onlyStops && el(Exceptions, { review, ask }),
    )
  }

  function Klarsprak() {
    const { review, isPending, ask } = useReview()
    useLock(review)
    useMarks(review)
    const body = (onlyStops) => el(Body, { review, isPending, ask, onlyStops })
    const stops = review?.findings.some((finding) => finding.stops)
    return el(
      Fragment,
      null,
      el(PluginSidebarMoreMenuItem, { target: 'klarsprak-sidebar', icon }, 'Klarspråk'),
      el(
        PluginSidebar,
        { name: 'klarsprak-sidebar', title: 'Klarspråk', icon, className: 'klarsprak-sidebar' },
        body(false),
      ),
      el(
        PluginPrePublishPanel,
        { title: 'Klarspråk', initialOpen: true, className: 'klarsprak-prepublish', icon },
        body(true),
        !stops &&
          review?.findings.length > 0 &&
          el(
            Button,
            {
              variant: 'link',
              onClick: () => {
                dispatch('core/edit-post').closePublishSidebar?.()
                dispatch('core/edit-post').openGeneralSidebar(sidebar)
              },
            },
            __('See what can be clearer', 'klarsprak'),
          ),
      ),
    )
  }

  wp.plugins.registerPlugin('klarsprak', { icon, render: Klarsprak })
})(window.wp)
