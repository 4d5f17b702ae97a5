/** Name of the port that a content script opens once its document has a monetization tag. */
export const PAGE_PORT = 'page'

/** Of a document's policies (`<meta http-equiv="Content-Security-Policy">`), and of the text of each. */
export const MOST_POLICIES = 16
export const LONGEST_POLICY = 4096

/** What a content script says: always the whole truth about its document, never a difference. */
export interface DocumentFacts {
  readonly kind: 'facts'
  /** `document.visibilityState === 'visible'`, and not prerendering. */
  readonly visible: boolean
  readonly tags: readonly TagFact[]
  /** Content Security Policies that the document gave itself; absent where there are none. */
  readonly policies?: readonly string[]
  /** Another Web Monetization wallet was seen at work in the document. */
  readonly otherWallet?: true
}

export interface TagFact {
  /** UUID v4, new for each configuration of the tag; v1 pages know it as `requestId`. */
  readonly id: string
  readonly kind: 'link' | 'meta'
  /** As written: a link's resolved `href`, a meta's `content`. */
  readonly address: string
}

/** Keeps the event page of Firefox awake while a paid page is visible. */
interface Beat {
  readonly kind: 'beat'
}

export type FromPage = DocumentFacts | Beat

/** What the background tells a content script about the tags of its own document. */
export type TagNews =
  /** The address answered as SPSP should: `load` on a link. */
  | { readonly kind: 'load'; readonly tag: string }
  /** It will not be paid with this address: `error` on a link. */
  | { readonly kind: 'error'; readonly tag: string }
  /** An attempt to pay began. */
  | { readonly kind: 'pending'; readonly tag: string; readonly url: string }
  /** A packet arrived; amounts are the receiver's, in its smallest unit. */
  | {
      readonly kind: 'paid'
      readonly tag: string
      /** The payment pointer as the https URL that was asked. */
      readonly url: string
      readonly amount: string
      readonly assetCode: string
      readonly assetScale: number
      /** Base64, RFC 39; absent where the receiver gave none. */
      readonly receipt?: string
    }
  /** Paused: may go on later without a new configuration of the tag. */
  | { readonly kind: 'paused'; readonly tag: string }
