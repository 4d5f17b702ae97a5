import { isMonetizationRel } from './monetization-rel.ts'

export type TagElement = HTMLLinkElement | HTMLMetaElement

/** Attributes of either tag; the others have no say in whether and whom it wants to be paid. */
export const TAG_ATTRIBUTES = [
  'rel',
  'href',
  'disabled',
  'crossorigin',
  'type',
  'name',
  'content',
] as const

/** Finds what may be a tag: more than there are, and none is missed. */
export const MAYBE_TAG = 'link[rel~="monetization" i],meta[name="monetization" i]'

/** Lists by tag name hold elements of SVG and of no namespace too. */
const isHtml = (element: Element): boolean =>
  element.namespaceURI === 'http://www.w3.org/1999/xhtml'

/** A link of this type decides that the page speaks version 2, even where it cannot be paid. */
export const isMonetizationLink = (link: HTMLLinkElement): boolean =>
  isMonetizationRel(link.rel) && isHtml(link)

/** Version 1 knows its tag in the head only. */
export const isMonetizationMeta = (meta: HTMLMetaElement): boolean =>
  /^monetization$/i.test(meta.name) &&
  meta.content !== '' &&
  meta.parentNode?.nodeName === 'HEAD' &&
  isHtml(meta)

/**
 * A link whose `type` is none of JSON's is not obtained (HTML, "The link element"): what it says to
 * be there is no wallet address.
 */
const isObtained = (link: HTMLLinkElement): boolean =>
  /^\s*(?:$|(?:application|text)\/(?:[^\s;]+\+)?json\s*(?:;|$))/i.test(link.type)

/**
 * What has to stay the same for a tag to stay the same one (draft, "Link type monetization": the times
 * to fetch); null while it asks for nothing.
 */
export const configurationOf = (element: TagElement): string | null => {
  if (!element.isConnected) return null
  if ('content' in element) return isMonetizationMeta(element) ? element.content : null
  if (!isMonetizationLink(element) || element.hasAttribute('disabled') || !isObtained(element))
    return null
  const written = ['rel', 'href', 'crossorigin', 'type'].map((name) => element.getAttribute(name))
  // The address as resolved too: a `base` may change it.
  return JSON.stringify([...written, element.href])
}

/** Where a tag wants to be paid; null for a link that leads nowhere. */
export const addressOf = (element: TagElement): string | null => {
  if ('content' in element) return element.content
  return element.getAttribute('href') && URL.canParse(element.href) ? element.href : null
}
