/**
 * The one event that goes from the content script's world to the page's. Its detail is text, because
 * text is what crosses between the worlds of both browsers unwrapped. There is no way back but the answer
 * to a `WalletQuestion`: a page that makes up such an event changes only what it sees itself.
 */
export const BRIDGE = 'tributary'

interface EventInitOfLink {
  readonly paymentPointer: string
  readonly amountSent: { readonly currency: string; readonly value: string }
  readonly amount: string
  readonly assetCode: string
  readonly assetScale: number
  readonly receipt: string | null
}

export type LegacyState = 'stopped' | 'pending' | 'started'

export interface LegacyDetail {
  readonly paymentPointer: string
  readonly requestId: string
  readonly amount?: string
  readonly assetCode?: string
  readonly assetScale?: number
  readonly receipt?: string
  readonly finalized?: boolean
}

/** An event of `document.monetization`, and the state that it has from then on. */
export interface LegacyEvent {
  readonly type: `monetization${'pending' | 'start' | 'progress' | 'stop'}`
  readonly state: LegacyState
  readonly detail: LegacyDetail
}

/** Sent to a link. */
export type LinkMessage = { readonly paid: EventInitOfLink }
/** Sent to the document. */
export type DocumentMessage = { readonly legacy: LegacyEvent } | WalletQuestion
/**
 * Is another wallet at work on this page? The event is cancelled: yes. One bit, and only when it is asked for; a page
 * that lies with it has a note shown about itself.
 */
export type WalletQuestion = { readonly ask: 'another-wallet' }
