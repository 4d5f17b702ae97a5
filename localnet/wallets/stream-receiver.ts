/** RFC 39: both come from the verifier, and go into every receipt. */
export interface ReceiptSetup {
  /** 16 bytes */
  readonly nonce: Buffer
  /** 32 bytes */
  readonly secret: Buffer
}

/** What an SPSP answer hands to a payer. */
export interface Credentials {
  readonly destinationAccount: string
  /** 32 bytes in the receiver's own spelling of base64. */
  readonly sharedSecret: string
}

/** The receiving end of STREAM (RFC 29), whichever library does it. */
export interface StreamReceiver {
  readonly issue: (receipt?: ReceiptSetup) => Credentials
  /** Ends open connections; nothing is accepted afterwards. */
  readonly stop: () => void
}

/** What a receiver goes on from after a restart. */
export interface ReceiverBooks {
  /** 32 bytes, from which the secrets of all its SPSP answers are made. */
  readonly secret: Buffer
  /** What came to a STREAM address so far. */
  readonly receivedAt: (destination: string) => bigint
}

/** The npm package that answers packets. The second one also probes the payer's rate in the reverse direction. */
export type ReceiverKind = '@interledger/stream-receiver' | 'ilp-protocol-stream'
