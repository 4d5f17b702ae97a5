import type { Browser } from 'webextension-polyfill'

/** What both browsers have by themselves: all of it that we wait for gives promises in Chromium 116 too. */
const { browser, chrome } = globalThis as unknown as {
  readonly browser?: Browser
  readonly chrome: Browser
}

export default browser ?? chrome
