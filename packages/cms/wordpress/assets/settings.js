;((wp) => {
  const { __ } = wp.i18n
  const button = document.getElementById('klarsprak-test')
  const answer = document.getElementById('klarsprak-answer')
  button.addEventListener('click', async () => {
    button.disabled = true
    answer.textContent = __('Testing…', 'klarsprak')
    try {
      const { message } = await wp.apiFetch({ path: '/klarsprak/v1/status' })
      answer.textContent = message
    } catch (error) {
      answer.textContent = error.message
    }
    button.disabled = false
  })
})(window.wp)
