import type { VerifierEntry } from '../announcement.ts'
import { listen } from '../listen.ts'
import type { VerifiedBook } from './verified-book.ts'
import { verifierHandler } from './verifier-handler.ts'

export interface Verifier {
  readonly entry: VerifierEntry
  readonly stop: () => Promise<void>
}

/**
 * Verifies receipts for these pointers: path here -> the wallet's SPSP endpoint. `more` is asked for paths that are not
 * among them, as pointers are registered while the network runs.
 */
export const startVerifier = async (
  port: number,
  book: VerifiedBook,
  endpoints: ReadonlyMap<string, string>,
  more: (path: string) => string | undefined,
): Promise<Verifier> => {
  const find = (path: string) => endpoints.get(path) ?? more(path)
  const stop = await listen(port, verifierHandler({ book, endpoints: find }))
  const origin = `http://127.0.0.1:${port}`
  const pointers = [...endpoints].map(([path, wallet]) => ({
    pointer: `$127.0.0.1:${port}/${path}`,
    url: `${origin}/${path}`,
    wallet,
    records: `${origin}/${path}/record`,
  }))
  return { entry: { receipts: `${origin}/receipts`, pointers }, stop }
}
