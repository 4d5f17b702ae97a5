import type { FrameElement } from '../frames/frame-policy.ts'

/**
 * Name of the port that a document opens when the background calls it: as a frame that may be paid, or as one
 * around such a frame. Documents with no tag in or below them are never called.
 */
export const FRAME_PORT = 'frame'

/** The call. It goes to one frame; whoever answers it is known by what the browser says of the port. */
export const FRAME_CALL = 'open-frame-port'

/** Of an element's attribute; a longer `allow` is told as one that allows nothing. */
export const LONGEST_ATTRIBUTE = 8192

/** Tokens are used once: a UUID v4 from the background, known to the two documents that it is made for. */
export type ToFrame =
  /** One of your own frames is about to show you this token. */
  | { readonly kind: 'expect'; readonly token: string }
  /** Show it to the document around you. */
  | { readonly kind: 'show'; readonly token: string }
  /** The frame that showed it is no more. */
  | { readonly kind: 'forget'; readonly token: string }

export type FromFrame =
  | { readonly kind: 'expecting'; readonly token: string }
  /** Which element holds the frame that showed it; again whenever that element is changed. */
  | {
      readonly kind: 'holds'
      readonly token: string
      readonly element: FrameElement
      /** The document's own policies: a frame without an address of its own inherits them. */
      readonly policies: readonly string[]
    }
