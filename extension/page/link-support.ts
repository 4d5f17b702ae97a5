import { apply, defineProperty, getOwnPropertyDescriptor, toLowerCase } from './primordials.ts'

/** `relList.supports('monetization')` of links: the feature test that pages use. Where the browser has the event, it is left alone. */
export const supportMonetizationLinks = (): void => {
  const native = getOwnPropertyDescriptor(DOMTokenList.prototype, 'supports')
  const ask = native?.value as ((token: string) => boolean) | undefined
  // To ask a link first would cost every page the objects that links are made of.
  if (!ask || 'MonetizationEvent' in window) return
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
