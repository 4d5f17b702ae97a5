import browser from 'webextension-polyfill'
import { FRAME_CALL } from '../messages/frame-port.ts'
import type { FrameBrowser } from './frame-tree.ts'

/** Newer browsers say which document is meant. */
interface Details {
  readonly parentFrameId: number
  readonly documentId?: string
}

export const frameBrowser: FrameBrowser = {
  async call(tabId, frameId) {
    await browser.tabs.sendMessage(tabId, FRAME_CALL, { frameId })
  },
  async parentOf({ tab, frame, documentId }) {
    const details = (await browser.webNavigation
      .getFrame({ tabId: tab, frameId: frame })
      .catch(() => null)) as Details | null
    if (!details || details.parentFrameId < 0) return null
    const other = documentId !== null && details.documentId !== undefined
    return other && details.documentId !== documentId ? null : details.parentFrameId
  },
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}
