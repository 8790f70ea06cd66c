const STALE = 30_000

/** Who comes back to the page after a while sees how things stand now, unless a message is half written. */
export function stayFresh() {
  const shownAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    const isStale = document.visibilityState === 'visible' && Date.now() - shownAt > STALE
    const isWriting = document.querySelector<HTMLTextAreaElement>('#body')?.value || document.querySelector('.composer .pictures li')
    if (isStale && !isWriting) window.location.reload()
  })
  if (window.location.search) window.history.replaceState(null, '', window.location.pathname + window.location.hash)
}
