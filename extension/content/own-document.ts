/**
 * The document's properties as its prototype has them. With `<img name="head">` a page puts something else in
 * their place, and Firefox shows that to content scripts too.
 */
const property = <T>(name: string, otherwise: T): ((document: Document) => T) => {
  // Not before it is asked: most documents do without.
  let its: PropertyDescriptor | undefined
  return (document) => {
    its ??= Object.getOwnPropertyDescriptor(Document.prototype, name)
    return its?.get ? (its.get.call(document) as T) : otherwise
  }
}

/** Makes no object for an element that it passes by. */
export const hasElement = (document: Document, selector: string): boolean =>
  Document.prototype.querySelector.call(document, selector) !== null

export const headOf = property<HTMLHeadElement | null>('head', null)
export const visibilityOf = property<DocumentVisibilityState>('visibilityState', 'hidden')
export const urlOf = property<string>('URL', '')
export const contentTypeOf = property<string>('contentType', '')
/** Only Chromium prerenders. */
export const isPrerendering = property('prerendering', false)
