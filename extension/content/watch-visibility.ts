import { isPrerendering, visibilityOf } from './own-document.ts'

export interface VisibilityOwner {
  onVisibility(): void
  onLeave(): void
  onReturn(): void
}

/** A prerendered document is shown to nobody, whatever it says of its visibility. */
export const isVisible = (document: Document): boolean =>
  visibilityOf(document) === 'visible' && !isPrerendering(document)

/**
 * Hears of hiding, leaving and coming back (bfcache). Returns what has to be called when the root
 * element changed: `document.open()` takes all listeners away, and adding one twice adds it once.
 *
 * On the window, capturing and before the page's scripts, so that no page can swallow the events;
 * only events of the browser itself count, so that no page can make this talk.
 */
export const watchVisibility = (
  window: Window,
  owner: VisibilityOwner,
  signal: AbortSignal,
): (() => void) => {
  const listener = (event: Event): void => {
    if (!event.isTrusted) return
    if (event.type === 'pagehide') owner.onLeave()
    else if (event.type !== 'pageshow') owner.onVisibility()
    else if ((event as PageTransitionEvent).persisted) owner.onReturn()
  }
  const listen = (): void => {
    for (const type of ['visibilitychange', 'prerenderingchange', 'pagehide', 'pageshow'])
      window.addEventListener(type, listener, { capture: true, signal })
  }
  listen()
  return listen
}
