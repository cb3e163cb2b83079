// A worker for tests of the pool: the text of a task says what it does.
const answer = (id, text, memory = 1) =>
  process.send({
    type: 'answer',
    id,
    memory,
    answer: { ok: true, json: JSON.stringify({ text }), words: 1, ruleErrors: [] },
  })

process.on('message', (message) => {
  if (message.type === 'start') return process.send({ type: 'ready', rules: '{"version":1,"profiles":[],"rules":[]}' })
  if (message.type !== 'task') return
  const { id } = message
  const { text } = message.task.body
  const [what, value] = text.split(' ')
  if (what === 'hang') for (;;);
  if (what === 'crash') process.exit(1)
  if (what === 'memory') return answer(id, text, Number.POSITIVE_INFINITY)
  if (what === 'wait') return setTimeout(() => answer(id, text), Number(value))
  answer(id, what === 'pid' ? String(process.pid) : text)
})
process.on('disconnect', () => process.exit())
