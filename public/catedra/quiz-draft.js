// Keeps the answer sheet as a draft a moment after each change, and says so. Without it the form's own button does the same.
const QUIET_MS = 1500

for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form, form.querySelector('.draft-status'))

function keepDraft(form, status) {
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
    status.textContent = isSaved ? status.dataset.saved : status.dataset.failed
    if (!isSaved) isChanged = true
    else if (isChanged) await save()
  }

  form.addEventListener('input', () => {
    isChanged = true
    clearTimeout(timer)
    timer = setTimeout(save, QUIET_MS)
  })
  // The page is left, or the phone is put away: what is typed goes now.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
  // Handed in: a draft that came later would be one of a closed sheet.
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    isChanged = false
  })
}

/** Whether the draft is kept. A session that has ended answers with a page, not with 204. */
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
