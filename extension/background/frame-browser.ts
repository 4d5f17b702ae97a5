import browser from '../native-browser.ts'
import { FRAME_CALL } from '../messages/frame-port.ts'
import type { FrameBrowser } from './frame-tree.ts'

const NO_WORDS = /port closed before a response/

/** Newer browsers say which document is meant. */
interface Details {
  readonly parentFrameId: number
  readonly documentId?: string
}

export const frameBrowser: FrameBrowser = {
  async call(tabId, frameId) {
    await browser.tabs.sendMessage(tabId, FRAME_CALL, { frameId }).catch((error: unknown) => {
      // Who is called answers over a port of its own. Not every Chromium takes that for an answer.
      if (!NO_WORDS.test(String(error))) throw error
    })
  },
  async parentOf({ tab, frame, documentId }) {
    const details = (await browser.webNavigation
      .getFrame({ tabId: tab, frameId: frame })
      .catch(() => null)) as Details | null
    if (!details || details.parentFrameId < 0) return null
    const other = documentId !== null && details.documentId !== undefined
    return other && details.documentId !== documentId ? null : details.parentFrameId
  },
}
