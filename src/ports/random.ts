/** Cryptographic random bytes; the only source of chance in the wallet. */
export type RandomBytes = (length: number) => Uint8Array
