/** The part of a W3C WebSocket that the wallet uses. Both browsers' and Node's `ws` fit. */
export interface PlainSocket {
  binaryType: string
  onopen: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  onmessage: ((event: { data: never }) => void) | null
  send(data: Uint8Array<ArrayBuffer>): void
  close(): void
}

export type OpenSocket = (url: string) => PlainSocket
