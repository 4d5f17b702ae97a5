import browser from '../native-browser.ts'
import type { Glance } from '../../src/wallet/glance.ts'
import { messageText } from '../messages/message-text.ts'
import { menuItems } from './menu-items.ts'

/** Keeps the menu of the toolbar icon in line with the wallet. */
export const createMenu = (): { show: (glance: Glance) => void } => {
  const shown = new Map<string, string>()

  const update = (id: string, title: string, enabled: boolean): void => {
    // Browsers keep the menu while the background rests, and then say that the item is there.
    const created = (): void => {
      void browser.runtime.lastError
      void browser.contextMenus.update(id, { title, enabled })
    }
    if (shown.has(id)) created()
    else browser.contextMenus.create({ id, title, enabled, contexts: ['action'] }, created)
    shown.set(id, `${title} ${enabled}`)
  }
  return {
    show(glance) {
      for (const { id, text, enabled } of menuItems(glance)) {
        const title = messageText(text)
        if (shown.get(id) !== `${title} ${enabled}`) update(id, title, enabled)
      }
    },
  }
}
