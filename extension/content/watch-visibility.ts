import { isPrerendering, visibilityOf } from './own-document.ts'

export interface VisibilityOwner {
  onVisibility(): void
  onLeave(): void
  /** It has loaded, after what the page's own scripts do then; or it comes back (bfcache). */
  onShow(): void
}

/** A prerendered document is shown to nobody, whatever it says of its visibility. */
export const isVisible = (document: Document): boolean =>
  visibilityOf(document) === 'visible' && !isPrerendering(document)

export interface VisibilityWatch {
  /** To be called now and then: `document.open()` takes all listeners away, and adding one twice adds it once. */
  listen(): void
  stop(): void
}

/**
 * Hears of hiding, leaving and coming back (bfcache).
 *
 * On the window, capturing and before the page's scripts, so that no page can swallow the events;
 * only events of the browser itself count, so that no page can make this talk.
 */
export const watchVisibility = (window: Window, owner: VisibilityOwner): VisibilityWatch => {
  const listener = (event: Event): void => {
    if (!event.isTrusted) return
    if (event.type === 'pagehide') owner.onLeave()
    else if (event.type === 'pageshow') owner.onShow()
    else owner.onVisibility()
  }
  const types = ['visibilitychange', 'prerenderingchange', 'pagehide', 'pageshow']
  return {
    listen: () => types.forEach((type) => window.addEventListener(type, listener, true)),
    stop: () => types.forEach((type) => window.removeEventListener(type, listener, true)),
  }
}
