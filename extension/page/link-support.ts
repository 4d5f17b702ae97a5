import { apply, defineProperty, getOwnPropertyDescriptor, toLowerCase } from './primordials.ts'

/** `relList.supports('monetization')` of links: the feature test that pages use. */
export const supportMonetizationLinks = (): void => {
  const native = getOwnPropertyDescriptor(DOMTokenList.prototype, 'supports')
  const ask = native?.value as ((token: string) => boolean) | undefined
  const link = document.createElementNS('http://www.w3.org/1999/xhtml', 'link') as HTMLLinkElement
  if (!ask || apply(ask, link.relList, ['monetization'])) return
  // eslint-disable-next-line @typescript-eslint/unbound-method -- a method, so that `new` fails on it
  const { supports } = {
    supports(this: DOMTokenList, token: string): boolean {
      // Its errors are the browser's: without a token, and for a list that knows no supported ones.
      if (arguments.length === 0) return apply(ask, this, []) as boolean
      const text = `${token}`
      if (apply(ask, this, [text])) return true
      // No list but that of a link supports `stylesheet`.
      return apply(toLowerCase, text, []) === 'monetization' && apply(ask, this, ['stylesheet'])
    },
  }
  defineProperty(DOMTokenList.prototype, 'supports', { ...native, value: supports })
}
