// Keeps a form, such as an answer sheet or a note in a lesson, a moment after each change, and says so. Without it the form's own
// button does the same.
const QUIET_MS = 1500

for (const form of document.querySelectorAll('form[data-draft]')) keepForm(form, form.querySelector('.draft-status'))

function keepForm(form, status) {
  let timer = 0
  let saving = null
  let isChanged = false

  async function save() {
    clearTimeout(timer)
    // One at a time, in order: an older draft never overwrites a newer one.
    if (saving || !isChanged) return
    isChanged = false
    status.textContent = status.dataset.saving
    saving = send(form)
    const isSaved = await saving
    saving = null
    status.textContent = isSaved ? status.dataset.saved.replace('{time}', timeNow()) : status.dataset.failed
    if (!isSaved) isChanged = true
    else if (isChanged) await save()
  }

  form.addEventListener('input', ({ target }) => {
    const printed = form.querySelector(`[data-copy="${target.id}"]`)
    if (printed) printed.textContent = target.value
    isChanged = true
    clearTimeout(timer)
    timer = setTimeout(save, QUIET_MS)
  })
  // The page is left, or the phone is put away: what is typed goes now.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
  // Sent as a whole: a draft that came later would be one of a closed sheet.
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    isChanged = false
  })
}

/** As the page itself tells times. */
function timeNow() {
  return new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Bucharest' })
}

/** Whether it is kept. A session that has ended answers with a page, not with 204. */
async function send(form) {
  try {
    const response = await fetch(form.dataset.draft, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
      keepalive: true,
    })
    return response.status === 204
  } catch {
    return false
  }
}
