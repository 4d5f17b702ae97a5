import type { IncomingMessage } from 'node:http'

/** The body of a request as text; null where it is longer than `longest` bytes. What is too much is not kept. */
export const readBody = async (
  request: IncomingMessage,
  longest: number,
): Promise<string | null> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= longest) chunks.push(chunk)
  }
  return length > longest ? null : Buffer.concat(chunks).toString()
}
