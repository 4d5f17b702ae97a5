/** Null where the body is longer than it may be; no more than that is ever read. Rejects where it is cut short. */
export const readBody = async (
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const reader = response.body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > maxBytes) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
