import { firstPause, longerPause, restAfter } from './look-pauses.ts'
import { headOf } from './own-document.ts'
import { TAG_ATTRIBUTES } from './tag-configuration.ts'
import { isVisible } from './watch-visibility.ts'

/** Between two looks at a document with tags. */
const TAGGED_PAUSE = 100
/** Between two looks because of changes in the head, unless a known tag is no more. */
const HEAD_PAUSE = 50

export interface TreeWatch {
  /** At once: to begin with, and when a document is shown, as a hidden one is not looked at. */
  look(): void
  stop(): void
}

export interface TreeOwner {
  /** Looks at the whole document; gives the elements of the tags that it has now. */
  scan(): readonly Element[]
  isStale(): boolean
}

/**
 * Has the document scanned when tags may have changed, once it has had one.
 *
 * Cost: an observer of the whole tree makes the browser write a record for each node that comes or goes, in the page's
 * own time: 20,000 nodes in and out, one by one, cost over 100 ms more in Chromium. So in a document with tags the head is
 * observed, which is small and where tags are, and the elements of known tags; of the rest it is asked now and then.
 * In one whose tags have gone nothing is observed.
 */
export const watchTree = (document: Document, owner: TreeOwner): TreeWatch => {
  let idlePause = firstPause()
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
    rest = restAfter(lookedAt - began)
    if (tags.length > 0) {
      idlePause = firstPause()
      return lookAfter(TAGGED_PAUSE)
    }
    lookAfter(idlePause)
    idlePause = longerPause(idlePause)
  }
  const lookAnew = (): void => {
    idlePause = firstPause()
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
    look: lookAnew,
    stop() {
      stopped = true
      clearTimeout(next)
      observer?.disconnect()
    },
  }
}
