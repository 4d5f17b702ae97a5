import type { Runtime } from 'webextension-polyfill'
import { attendDocument } from './attend-document.ts'

interface ExtensionApi {
  readonly runtime: Runtime.Static
}

// The polyfill would be three times the size of all the rest, in every document.
const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi }
const api = browser ?? chrome

/** Monetized are HTML documents in a secure context (https or loopback), and top documents only. */
if (api && window === window.top && isSecureContext && document.contentType === 'text/html')
  attendDocument(api.runtime)
