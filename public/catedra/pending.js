// Asks for a minute whether a certificate is still being prepared, and reads the page again when it no longer is. After that, and
// without it, there is the link.
const EVERY_MS = 3_000
const MOST_TIMES = 20

for (const link of document.querySelectorAll('[data-pending]')) wait(link.dataset.pending, MOST_TIMES)

function wait(address, times) {
  if (times === 0) return
  setTimeout(async () => {
    if (await isPending(address)) wait(address, times - 1)
    else location.reload()
  }, EVERY_MS)
}

/** What cannot be asked has not changed. */
async function isPending(address) {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } })
    return !answer.ok || (await answer.json()).status === 'pending'
  } catch {
    return true
  }
}
