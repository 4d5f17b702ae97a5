import { headOf } from './own-document.ts'
import { TAG_ATTRIBUTES } from './tag-configuration.ts'
import { isVisible } from './watch-visibility.ts'

/** Between two looks at a document without tags (pages have many frames that nobody pays), and at one with. */
const IDLE_PAUSE = 250
const IDLE_FRAME_PAUSE = 1_000
const TAGGED_PAUSE = 100
/** Between two looks because of changes in the head, unless a known tag is no more. */
const HEAD_PAUSE = 50
/**
 * After each look, as a multiple of the time that it took: a page with 10,000 tags, or one that changes them
 * 1,000 times a second, has a twentieth of its time taken by it. In milliseconds, what is enough for any page.
 */
const REST_FACTOR = 20
const LONGEST_REST = 1000

export interface TreeOwner {
  /** Looks at the whole document; gives the elements of the tags that it has now. */
  scan(): readonly Element[]
  isStale(): boolean
}

/**
 * Has the document scanned when tags may have changed. Returns what to call where that must not
 * wait: a hidden document is not looked at, so when it is shown.
 *
 * Cost: most pages have no tag, so what counts is what those pay. An observer of the whole tree makes
 * the browser write a record for each node that comes or goes, in the page's own time: 20,000 nodes
 * in and out, one by one, cost over 100 ms more in Chromium. So only the head is observed, which is
 * small and where tags are, and the elements of known tags. A tag that comes or goes elsewhere is
 * found by looking: two live lists by tag name, which the browser answers from its cache unless
 * elements came or went since.
 */
export const watchTree = (
  document: Document,
  owner: TreeOwner,
  signal: AbortSignal,
): (() => void) => {
  const idlePause = window === window.top ? IDLE_PAUSE : IDLE_FRAME_PAUSE
  let next: ReturnType<typeof setTimeout> | undefined
  let lookedAt = -Infinity
  let rest = 0

  const look = (): void => {
    if (signal.aborted) return
    observer.disconnect()
    const head = headOf(document)
    observe(head, { childList: true, subtree: true })
    const began = performance.now()
    const tags = owner.scan()
    tags.forEach((element) => head?.contains(element) || observe(element, {}))
    lookedAt = performance.now()
    rest = Math.min(LONGEST_REST, (lookedAt - began) * REST_FACTOR)
    lookAfter(tags.length > 0 ? TAGGED_PAUSE : idlePause)
  }
  /** Counted from the last look. */
  const lookAfter = (pause: number): void => {
    clearTimeout(next)
    if (!isVisible(document) || signal.aborted) return
    next = setTimeout(look, lookedAt + Math.max(pause, rest) - performance.now())
  }
  const observer = new MutationObserver(() => {
    const since = performance.now() - lookedAt
    if (since >= rest && (since >= HEAD_PAUSE || owner.isStale())) look()
    else lookAfter(HEAD_PAUSE)
  })
  const observe = (node: Node | null, options: MutationObserverInit): void => {
    if (node) observer.observe(node, { ...options, attributeFilter: [...TAG_ATTRIBUTES] })
  }

  signal.addEventListener('abort', () => {
    clearTimeout(next)
    observer.disconnect()
  })
  // Any page can make up this event; it is looked at one time too many then.
  document.addEventListener('DOMContentLoaded', look, { once: true, signal })
  look()
  return look
}
