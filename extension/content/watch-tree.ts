import { headOf } from './own-document.ts'
import { TAG_ATTRIBUTES } from './tag-configuration.ts'
import { isVisible } from './watch-visibility.ts'

/** Between two looks at a document with tags. */
const TAGGED_PAUSE = 100
/** After a look that found none, twice as long as after the one before: of most pages nothing is to be expected. */
const FIRST_IDLE_PAUSE = 250
const LONGEST_IDLE_PAUSE = 1_000
/** Between two looks because of changes in the head, unless a known tag is no more. */
const HEAD_PAUSE = 50
/**
 * After each look, as a multiple of the time that it took: a page with 10,000 tags, or one that changes them
 * 1,000 times a second, has a twentieth of its time taken by it. In milliseconds, what is enough for any page.
 */
const REST_FACTOR = 20
const LONGEST_REST = 1000

export interface TreeWatch {
  /** The document is empty where the browser runs this before all else; else it is looked at. */
  start(): void
  /** Where that must not wait: a hidden document is not looked at, so when it is shown. */
  look(): void
  stop(): void
}

export interface TreeOwner {
  /** Looks at the whole document; gives the elements of the tags that it has now. */
  scan(): readonly Element[]
  isStale(): boolean
}

/**
 * Has the document scanned when tags may have changed.
 *
 * Cost: most pages have no tag, so what counts is what those pay. An observer of the whole tree makes
 * the browser write a record for each node that comes or goes, in the page's own time: 20,000 nodes
 * in and out, one by one, cost over 100 ms more in Chromium. And to observe a single element of a page
 * makes the browser set up all that elements can do, 60 KiB in a world of its own. So a document without
 * tags is asked for some now and then, and that is all. In one with tags the head is observed too,
 * which is small and where tags are, and the elements of known tags.
 */
export const watchTree = (document: Document, owner: TreeOwner): TreeWatch => {
  /** Pages have many frames that nobody pays. */
  const firstIdlePause = window === window.top ? FIRST_IDLE_PAUSE : LONGEST_IDLE_PAUSE
  let idlePause = firstIdlePause
  let next: ReturnType<typeof setTimeout> | undefined
  let lookedAt = -Infinity
  let rest = 0
  let stopped = false
  let observer: MutationObserver | null = null

  const look = (): void => {
    if (stopped) return
    observer?.disconnect()
    const began = performance.now()
    const tags = owner.scan()
    if (tags.length > 0) observeAll(tags)
    lookedAt = performance.now()
    rest = Math.min(LONGEST_REST, (lookedAt - began) * REST_FACTOR)
    if (tags.length > 0) {
      idlePause = firstIdlePause
      return lookAfter(TAGGED_PAUSE)
    }
    lookAfter(idlePause)
    idlePause = Math.min(LONGEST_IDLE_PAUSE, idlePause * 2)
  }
  const lookAnew = (): void => {
    idlePause = firstIdlePause
    look()
  }
  /** Counted from the last look. */
  const lookAfter = (pause: number): void => {
    clearTimeout(next)
    if (!isVisible(document) || stopped) return
    next = setTimeout(look, lookedAt + Math.max(pause, rest) - performance.now())
  }
  const onChange = (): void => {
    const since = performance.now() - lookedAt
    if (since >= rest && (since >= HEAD_PAUSE || owner.isStale())) look()
    else lookAfter(HEAD_PAUSE)
  }
  const observeAll = (tags: readonly Element[]): void => {
    const observing = (observer ??= new MutationObserver(onChange))
    const observe = (node: Node, options: MutationObserverInit): void =>
      observing.observe(node, { ...options, attributeFilter: [...TAG_ATTRIBUTES] })
    const head = headOf(document)
    if (head) observe(head, { childList: true, subtree: true })
    tags.forEach((element) => head?.contains(element) || observe(element, {}))
  }

  // Any page can make up this event; it is looked at one time too many then.
  document.addEventListener('DOMContentLoaded', lookAnew, { once: true })
  return {
    start() {
      if (document.readyState !== 'loading') return look()
      lookedAt = performance.now()
      lookAfter(idlePause)
    },
    look: lookAnew,
    stop() {
      stopped = true
      clearTimeout(next)
      observer?.disconnect()
    },
  }
}
