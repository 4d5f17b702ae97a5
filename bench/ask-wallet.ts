import type { BrowserDriver } from '../browsers/driver.ts'
import type { Snapshot } from '../src/wallet/snapshot.ts'

/** Says something to the wallet from its popup, the only page besides the dashboard that it listens to. */
const askWallet = async <T>(driver: BrowserDriver, message: object, found: string): Promise<T> => {
  const tab = await driver.openTab(`${driver.extensionOrigin}/popup.html`)
  try {
    return await tab.evaluate<T>(`new Promise((resolve, reject) => {
      const port = chrome.runtime.connect({ name: 'popup' })
      port.onDisconnect.addListener(() => reject(new Error('The wallet does not listen')))
      port.onMessage.addListener(({ kind, snapshot, failure }) => {
        if (failure) reject(new Error(JSON.stringify(failure)))
        if (${found}) resolve(snapshot ?? null)
      })
      port.postMessage(${JSON.stringify(message)})
    })`)
  } finally {
    await tab.close()
  }
}

export const commandWallet = async (
  driver: BrowserDriver,
  name: string,
  payload: object,
): Promise<void> => {
  const message = { kind: 'command', id: name, name, payload }
  await askWallet(driver, message, `kind === 'answer'`)
}

/** The name of the book of a wallet that is set up. */
export const bookOf = async (driver: BrowserDriver): Promise<string> => {
  const message = { kind: 'watch', tabId: null }
  const { connection } = await askWallet<Snapshot>(driver, message, `kind === 'snapshot'`)
  if (!connection) throw new Error('The wallet is not set up')
  return connection.book
}
