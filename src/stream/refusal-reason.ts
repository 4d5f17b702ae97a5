import type { Reason } from '../reason/reason.ts'

/** Why a connection to a receiver came to its end. */
export type PayerEnd = Extract<
  Reason,
  | 'address-wrong-answer'
  | 'out-of-credit'
  | 'receiver-unreachable'
  | 'receiver-refused'
  | 'rate-dropped'
  | 'delivery-unproven'
  | 'connector-unreachable'
  | 'wrong-clock'
  | 'budget-spent'
  | 'site-cap-reached'
  | 'book-damaged'
>

/**
 * How many rejects with this code in a row end the connection. The library would go on: at full speed
 * after F99 and F04, for ever ever slower after T codes, and silently not at all after a bare F08.
 */
export const toleratedRefusals = (code: string): number => {
  if (code === 'F99' || code === 'F04') return 3
  if (code === 'F08') return 12
  return code.startsWith('T') ? 4 : 1
}

/** `early`: the answer came long before the packet should have expired. */
export const refusalReason = (code: string, early: boolean): PayerEnd => {
  // RFC 27: the packet had expired already, or would have on its way. By which clock?
  if (code === 'R02' || (code === 'R00' && early)) return 'wrong-clock'
  if (code === 'T04') return 'out-of-credit'
  if (code === 'F99') return 'receiver-refused'
  if (code === 'F04') return 'rate-dropped'
  if (code === 'not-sent') return 'connector-unreachable'
  return 'receiver-unreachable'
}
