import browser from '../native-browser.ts'
import type { Wallet } from '../../src/wallet/wallet.ts'

/** Both browsers stop a background that called no extension API for 30 s, also with a packet in flight. */
const CALL_MS = 20_000

/** Asks the browser something cheap now and then while an answer from the network is waited for. */
export const keepAwake = (ready: Promise<Wallet>): void => {
  void ready.then((wallet) => {
    setInterval(() => {
      if (wallet.busy) void browser.runtime.getPlatformInfo()
    }, CALL_MS)
  })
}
