import type { Browser } from 'webextension-polyfill'

/**
 * What both browsers have by themselves, for our own pages: all that these call gives promises in Chromium 116 too, and
 * the polyfill, which wraps everything, would only be waited for.
 */
const { browser, chrome } = globalThis as unknown as {
  readonly browser?: Browser
  readonly chrome: Browser
}

export default browser ?? chrome
