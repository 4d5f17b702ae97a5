import type { VerifierEntry } from '../announcement.ts'
import { listen } from '../listen.ts'
import { verifierHandler } from './verifier-handler.ts'

export interface Verifier {
  readonly entry: VerifierEntry
  readonly stop: () => Promise<void>
}

/** Verifies receipts for these pointers: path here -> the wallet's SPSP endpoint. */
export const startVerifier = async (
  port: number,
  endpoints: ReadonlyMap<string, string>,
): Promise<Verifier> => {
  const stop = await listen(port, verifierHandler({ endpoints }))
  const origin = `http://127.0.0.1:${port}`
  const pointers = [...endpoints].map(([path, wallet]) => ({
    pointer: `$127.0.0.1:${port}/${path}`,
    url: `${origin}/${path}`,
    wallet,
    records: `${origin}/${path}/record`,
  }))
  return { entry: { receipts: `${origin}/receipts`, pointers }, stop }
}
