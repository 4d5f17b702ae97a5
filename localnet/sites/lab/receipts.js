/* global document, atob, fetch */
/** STREAM receipts (RFC 39): what a page can read in one, and how it finds out whether it is true. */

/** Version (1), nonce (16), stream (1), total (8, the highest byte first), signature (32). */
const LENGTH = 58

/** Null: no receipt. Only who knows the secret can tell whether what is in it is true. */
const read = (base64) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  if (bytes.length !== LENGTH || bytes[0] !== 1) return null
  const view = new DataView(bytes.buffer)
  const hex = [...bytes.slice(1, 17)].map((byte) => byte.toString(16).padStart(2, '0'))
  return { nonce: hex.join(''), streamId: bytes[17], total: view.getBigUint64(18) }
}

/** Brings a receipt to the verifier, which answers what it proves beyond the earlier ones of its stream. */
const submit = async (base64) => {
  const { receipts } = document.querySelector('[data-receipts]').dataset
  const response = await fetch(receipts, { method: 'POST', body: base64 })
  const { amount, reason } = await response.json()
  if (!response.ok) throw new Error(reason)
  return BigInt(amount)
}

globalThis.receipts = { read, submit }
