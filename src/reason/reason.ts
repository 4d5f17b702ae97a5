/**
 * Why a tag is not being paid right now. Codes, not words: the interface finds the sentence.
 * Each is a state that a user can be shown and, where there is one, act upon.
 */
export type Reason =
  /** Payments are switched off. */
  | 'switched-off'
  /** The user does not want this site to be paid. */
  | 'never-pay'
  /** No connector, or no budget yet. */
  | 'not-set-up'
  /** The page is in a background tab, or its window is covered. */
  | 'hidden'
  /** A frame around this one does not allow it (Permissions Policy, `allow` of its iframe). */
  | 'frame-not-allowed'
  /** The page's own Content Security Policy does not let the address be asked (`monetization-src`). */
  | 'page-policy'
  /** The text in the tag is not a payment pointer that may be paid. */
  | 'address-refused'
  /** The payment pointer did not answer. */
  | 'address-unreachable'
  /** The payment pointer answered something that is no SPSP answer (RFC 9). */
  | 'address-wrong-answer'
  /** The connection to the receiver is being made. */
  | 'connecting'
  | 'connector-unreachable'
  | 'token-refused'
  | 'origin-refused'
  /** The connector gave no asset details (IL-DCP, RFC 31). */
  | 'no-asset'
  /** The connector now gives another ILP address or asset than the one the budget was made for. */
  | 'other-account'
  /** The connector refuses because the account has no credit left (T04). */
  | 'out-of-credit'
  | 'budget-spent'
  | 'rate-zero'
  /** The site has a rate of its own, and it is zero. */
  | 'rate-zero-here'
  /** The site had as much this month as the user wants it to have. */
  | 'site-cap-reached'
  /** The connector knows no way to the receiver (F02), or the receiver does not answer packets. */
  | 'receiver-unreachable'
  /** The receiver refuses the packets that it gets. */
  | 'receiver-refused'
  /** A packet was fulfilled without proof of what was delivered. */
  | 'delivery-unproven'
  /** The exchange rate fell by more than the tolerance. */
  | 'rate-dropped'
  /** The computer's clock is too far from the network's. */
  | 'wrong-clock'
  /** By a clock that has jumped a new month has begun: the budget is not renewed before the user says so. */
  | 'clock-jumped'
  /** More tags on this tab than are paid at the same time. */
  | 'too-many-tags'
  /** The journal cannot be read or written: nothing is paid until it can. */
  | 'book-damaged'
  /** Another copy of the wallet, in the same browser profile, has taken over: only one may write the book. */
  | 'replaced'
  /** The user paused payments for a while. */
  | 'paused'
  /** The user is away from the computer, and wants nobody paid then. */
  | 'idle'
  /** The browser does not let the extension see pages. */
  | 'no-site-access'
  /** The wallet itself failed at something that cannot happen: this tag is left alone. */
  | 'internal-fault'
