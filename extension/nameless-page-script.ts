import type { Plugin } from 'vite'

const PAGE_SCRIPT = 'page/page.iife.js'
/** What a stack trace in a page calls it. Chromium would show the extension's address, and so its id. */
const NAME = 'monetization'

/**
 * Gives the script in the page's world a name that says nothing, and strict mode: from a function that is not
 * strict, whoever is called by it can get at it.
 */
export const namelessPageScript = (): Plugin => ({
  name: 'nameless-page-script',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const script = bundle[PAGE_SCRIPT]
      if (script?.type !== 'asset') throw new Error(`${PAGE_SCRIPT} was not built`)
      const code = Buffer.from(script.source).toString()
      script.source = `"use strict";${code.trimEnd()}\n//# sourceURL=${NAME}\n`
    },
  },
})
