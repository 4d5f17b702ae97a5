import { firstPause, longerPause, restAfter } from './look-pauses.ts'
import { contentTypeOf, hasElement, urlOf } from './own-document.ts'
import { MAYBE_TAG } from './tag-configuration.ts'
import { isVisible } from './watch-visibility.ts'

/** So many looks after it has loaded, a document is there to stay. */
const CALM_LOOKS = 4

const SHOWN = ['visibilitychange', 'prerenderingchange']
/** Before the page's own listeners. */
const CAPTURE = { capture: true }

export interface StandByOwner {
  /** There may be a tag: this has ended. */
  onTag(): void
  /** A frame, which may have a tag, asks the document around it. Told once at most. */
  onFrames(): void
}

/** A frame may show what its parent wrote; `blob:` and `data:` addresses are out (frames/frame-policy.ts says why). */
const isPlace = (document: Document): boolean =>
  (window === window.top ? /^https?:/ : /^(?:https?|about):/).test(urlOf(document)) &&
  contentTypeOf(document) === 'text/html'

/**
 * What every document pays for the few that have a tag: a timer, a listener, and one question now and then, which makes
 * no object of an element. All else is set up when there is one. Nothing is asked of a document that nobody sees.
 *
 * That it has frames a document says at once, but not of those in shadow trees: so one that stays is taken for such.
 */
export const standBy = (owner: StandByOwner): void => {
  let pause = firstPause()
  let calm = 0
  let told = false
  let next: ReturnType<typeof setTimeout> | undefined

  // What a page puts in place of these properties of its document harms itself alone, so they are read as they are.
  const look = (): void => {
    clearTimeout(next)
    if (document.hidden && !isVisible(document))
      return SHOWN.forEach((type) => window.addEventListener(type, look, CAPTURE))
    const began = performance.now()
    if (hasElement(document, MAYBE_TAG)) {
      end()
      if (isPlace(document)) owner.onTag()
      return
    }
    const loaded = document.readyState === 'complete'
    if (loaded) calm++
    if (calm === CALM_LOOKS && !isPlace(document)) return end()
    if (!told && (window.length > 0 || calm >= CALM_LOOKS)) {
      told = true
      owner.onFrames()
    }
    next = setTimeout(look, Math.max(pause, restAfter(performance.now() - began)))
    // What is still on its way is waited for.
    if (loaded) pause = longerPause(pause)
  }
  const end = (): void => {
    window.removeEventListener('pageshow', look, CAPTURE)
    SHOWN.forEach((type) => window.removeEventListener(type, look, CAPTURE))
  }
  // After what the page's own scripts do when it has loaded. Any page can make it up; it is looked at one time too many then.
  window.addEventListener('pageshow', look, CAPTURE)
  next = setTimeout(look, pause)
}
