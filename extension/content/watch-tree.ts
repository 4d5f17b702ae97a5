/** Between two looks at the whole document. */
const SCAN_PAUSE = 100

export interface TreeOwner {
  /** Looks at the whole document; says whether there are tags now. */
  scan(): boolean
  isStale(): boolean
}

/**
 * Calls for a scan when the document changed.
 *
 * Cost: most pages have no tag, so all that matters is what they pay. Records are never read and
 * added subtrees never walked; a scan asks two live lists by tag name, which the browser answers
 * from its cache unless the tree changed. Scans are {@link SCAN_PAUSE} apart, and while the next one
 * is due on a page without tags the observer is off, so that a page that changes all the time makes
 * the browser write one record for each scan. With tags it stays on: a tag that is taken away must
 * be noticed at once, and asking the few known ones is cheap.
 */
export const watchTree = (document: Document, owner: TreeOwner, signal: AbortSignal): void => {
  let next: ReturnType<typeof setTimeout> | undefined
  let scannedAt = -Infinity
  let tagged = false

  const scan = (): void => {
    clearTimeout(next)
    next = undefined
    observe()
    tagged = owner.scan()
    scannedAt = performance.now()
  }
  const observer = new MutationObserver(() => {
    if (tagged && owner.isStale()) return scan()
    if (next !== undefined) return
    const wait = scannedAt + SCAN_PAUSE - performance.now()
    if (wait <= 0) return scan()
    next = setTimeout(scan, wait)
    if (!tagged) observer.disconnect()
  })
  const observe = (): void =>
    observer.observe(document, {
      childList: true,
      subtree: true,
      attributeFilter: ['rel', 'href', 'disabled', 'name', 'content'],
    })

  signal.addEventListener('abort', () => {
    clearTimeout(next)
    observer.disconnect()
  })
  document.addEventListener('DOMContentLoaded', scan, { once: true, signal })
  scan()
}
