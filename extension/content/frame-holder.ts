import type { FrameElement } from '../frames/frame-policy.ts'
import { LONGEST_ATTRIBUTE } from '../messages/frame-port.ts'

type Holder = HTMLIFrameElement | HTMLObjectElement | HTMLFrameElement

/** Both browsers let extensions see shadow trees that are closed to the page, each in its own way. */
interface ShadowSight {
  readonly chrome?: {
    readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null }
  }
}
const shadowOf = (element: Element): ShadowRoot | null => {
  const { chrome } = globalThis as ShadowSight
  if (element.shadowRoot || !(element instanceof HTMLElement)) return element.shadowRoot
  if (chrome?.dom) return chrome.dom.openOrClosedShadowRoot(element)
  return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null
}

/** The element of this document, shadow trees included, that holds the frame with this window. */
export const holderOf = (
  source: MessageEventSource | null,
  root: Document | ShadowRoot = document,
): Holder | null => {
  if (source === null) return null
  for (const element of root.querySelectorAll<Holder>('iframe, frame, object'))
    if (element.contentWindow === source) return element
  for (const element of root.querySelectorAll('*')) {
    const shadow = shadowOf(element)
    const found = shadow && holderOf(source, shadow)
    if (found) return found
  }
  return null
}

/** Attributes that change what an element allows. */
export const HOLDER_ATTRIBUTES = ['allow', 'src', 'srcdoc']

export const describeHolder = (holder: Holder): FrameElement => {
  if (!(holder instanceof HTMLIFrameElement)) return { iframe: null }
  const allow = holder.getAttribute('allow')
  const tooLong = (allow?.length ?? 0) > LONGEST_ATTRIBUTE
  return {
    iframe: {
      allow: tooLong ? "monetization 'none'" : allow,
      src: holder.getAttribute('src') ? holder.src.slice(0, LONGEST_ATTRIBUTE) : null,
      srcdoc: holder.hasAttribute('srcdoc'),
    },
  }
}
