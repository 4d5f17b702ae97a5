import type { Plugin } from 'vite'
import { rewriteScript } from './rewrite-script.ts'

/** What a stack trace in a page calls it. Chromium would show the extension's address, and so its id. */
const NAME = 'monetization'

/**
 * Gives the script in the page's world a name that says nothing, and strict mode: from a function that is not
 * strict, whoever is called by it can get at it.
 */
export const namelessPageScript = (): Plugin =>
  rewriteScript(
    'nameless-page-script',
    'page/page.iife.js',
    (code) => `"use strict";${code}\n//# sourceURL=${NAME}\n`,
  )
