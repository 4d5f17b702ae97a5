import { apply, defineProperty, getOwnPropertyDescriptor } from './primordials.ts'

/** `relList.supports('monetization')` of links: the feature test that pages use. */
export const supportMonetizationLinks = (): void => {
  const native = getOwnPropertyDescriptor(DOMTokenList.prototype, 'supports')
  const ask = native?.value as ((token: string) => boolean) | undefined
  if (!ask) return
  // eslint-disable-next-line @typescript-eslint/unbound-method -- a method, so that `new` fails on it
  const { supports } = {
    supports(this: DOMTokenList, token: string): boolean {
      // First, because its errors are the browser's: for a `classList`, and without a token.
      // eslint-disable-next-line prefer-rest-params
      if (apply(ask, this, arguments)) return true
      // No list but that of a link supports `stylesheet`.
      return `${token}`.toLowerCase() === 'monetization' && apply(ask, this, ['stylesheet'])
    },
  }
  defineProperty(DOMTokenList.prototype, 'supports', { ...native, value: supports })
}
