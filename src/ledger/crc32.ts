const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

const encoder = new TextEncoder()

/** CRC-32 (ISO 3309) of a text in UTF-8; `before` continues an earlier one. Every flipped bit changes it. */
export const crc32 = (text: string, before = 0): number => {
  let rest = ~before
  for (const byte of encoder.encode(text)) {
    rest = (TABLE[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8)
  }
  return ~rest >>> 0
}
