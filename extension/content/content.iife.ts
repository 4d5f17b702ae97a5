import { attendDocument } from './attend-document.ts'
import type { ExtensionApi } from './background-line.ts'
import { PagePolicies } from './page-policies.ts'
import { vouchForFrames } from './vouch-for-frames.ts'

// The polyfill would be three times the size of all the rest, in every document.
const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi }
const api = browser ?? chrome

/** A frame may show what its parent wrote; `blob:` and `data:` addresses are out (frames/frame-policy.ts says why). */
const places = window === window.top ? /^https?:$/ : /^(?:https?|about):$/

/** Monetized are HTML documents in a secure context (https or loopback), in frames if those around allow it. */
if (
  api &&
  places.test(location.protocol) &&
  isSecureContext &&
  document.contentType === 'text/html'
) {
  const policies = new PagePolicies(document.getElementsByTagName('meta'))
  vouchForFrames(api, policies)
  attendDocument(api, policies)
}
