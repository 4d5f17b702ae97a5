/* global document, location, fetch, DOMParser, setInterval */
/** Keeps what is marked `data-live` up to date while the page is looked at; without this script it is so when it loads. */
const EVERY_MS = 2000

const refresh = async () => {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const old of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(old.id)
    if (!now || now.innerHTML === old.innerHTML) continue
    // What a reader has unfolded stays so, and nothing moves away under the keyboard.
    if (old.contains(document.activeElement)) continue
    const folds = [...now.querySelectorAll('details')]
    for (const [at, { open }] of [...old.querySelectorAll('details')].entries())
      if (open && folds[at]) folds[at].open = true
    old.replaceWith(document.adoptNode(now))
  }
}

setInterval(() => {
  // The network may have ended; then what was last seen stays.
  if (document.visibilityState === 'visible') refresh().catch(() => undefined)
}, EVERY_MS)
