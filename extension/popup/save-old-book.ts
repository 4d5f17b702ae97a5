import browser from 'webextension-polyfill'
import { POPUP_PORT, type FromPopup, type ToPopup } from '../messages/popup-port.ts'

const ID = 'book'

/** Null where the wallet was stopped before it answered, or has no book. */
const askForBook = (): Promise<string | null> =>
  new Promise((resolve) => {
    const port = browser.runtime.connect({ name: POPUP_PORT })
    port.onDisconnect.addListener(() => resolve(null))
    port.onMessage.addListener((message: unknown) => {
      const heard = message as ToPopup
      if (heard.kind !== 'exported') return
      port.disconnect()
      resolve(heard.text)
    })
    port.postMessage({ kind: 'export', id: ID } satisfies FromPopup)
  })

/** Downloads the book as it is, before a new one follows it. False where there was nothing to save. */
export const saveOldBook = async (): Promise<boolean> => {
  const text = await askForBook()
  if (text === null) return false
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `tributary-book-${new Date().toISOString().slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(url)
  return true
}
