import '../stand-ins/node-globals.ts'
import browser, { type Runtime } from 'webextension-polyfill'
import { createWallet } from '../../src/wallet/wallet.ts'
import { colourBadge, paintIcon } from '../icon/browser-icon.ts'
import { createMenu } from '../icon/browser-menu.ts'
import { chooseItem } from '../icon/menu-items.ts'
import { watchSiteAccess } from '../icon/site-access.ts'
import { createIconPainter } from '../icon/paint-icon.ts'
import { doorFor } from '../messages/doors.ts'
import { unusableBecause } from '../messages/unusable.ts'
import { httpGet } from '../ports/http-get.ts'
import { httpPost } from '../ports/http-post.ts'
import { createNotifier } from '../notices/create-notifier.ts'
import { openSocket } from '../ports/open-socket.ts'
import { randomBytes } from '../ports/random-bytes.ts'
import { systemClock } from '../ports/system-clock.ts'
import { createPresenceWatch } from '../presence/watch-presence.ts'
import { openDatabase } from '../storage/database.ts'
import { createJournalStore } from '../storage/journal-store.ts'
import { createMirrorStore } from '../storage/mirror-store.ts'
import type { TributaryDatabase } from '../storage/schema.ts'
import { createSettingsStore } from '../storage/settings-store.ts'
import { createToldStore } from '../storage/told-store.ts'
import { frameBrowser } from './frame-browser.ts'
import { createFrameTree } from './frame-tree.ts'
import { keepAwake } from './keep-awake.ts'
import { becomeOnlyWriter } from './only-writer.ts'
import { openWelcome } from './open-welcome.ts'
import { createPageDoor } from './page-door.ts'
import { toPageNews } from './page-news.ts'
import { createPopupDoor } from './popup-door.ts'

/** The polyfill's types lag behind the browsers. */
type Sender = Runtime.MessageSender & { readonly origin?: string; readonly documentId?: string }

const house = { id: browser.runtime.id, root: browser.runtime.getURL('') }

const openWallet = (database: TributaryDatabase) => {
  return createWallet(
    {
      clock: systemClock,
      random: randomBytes,
      httpGet,
      openSocket,
      httpPost,
      journals: createJournalStore(database),
      mirrors: createMirrorStore(browser.storage.local),
      settings: createSettingsStore(database),
    },
    {
      onNews: (document, tag, news) => pages.tell(document, toPageNews(tag, news)),
      onChange: () => {
        popups.changed()
        icons.changed()
      },
      onStored: () => popups.changed(),
    },
  )
}

// Every listener is there before the first await: the event that woke us would be lost otherwise.
browser.runtime.onConnect.addListener((port: Runtime.Port) => {
  const sender = port.sender as Sender | undefined
  const caller = {
    extensionId: sender?.id,
    url: sender?.url,
    origin: sender?.origin,
    tabId: sender?.tab?.id,
    frameId: sender?.frameId,
    documentId: sender?.documentId,
  }
  const door = doorFor(port.name, caller, house)
  if (!door) port.disconnect()
  else if (door.kind === 'popup') popups.admit(port)
  else if (door.kind === 'frame') frames.admit(port, door)
  else pages.admit(port, door)
})

// Only Chromium can: content scripts have no business with the mirror of the books.
const local = browser.storage.local as typeof browser.storage.local & {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>
}
const closed = local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
const database = Promise.all([becomeOnlyWriter(), closed]).then(openDatabase)
const refuse = (why: unknown): Promise<never> => {
  popups.refuse(unusableBecause(why))
  void paintIcon(null, { state: 'attention', about: 'unusable' }, null)
  return new Promise(() => {})
}
/** Never, where there is no wallet to be had: then nothing that waits for it comes about. */
const ready = database.then(openWallet).catch(refuse)
const frames = createFrameTree(frameBrowser, () => crypto.randomUUID())
const pages = createPageDoor(ready, frames)
const popups = createPopupDoor(ready, house.root.replace(/\/$/, ''))
keepAwake(ready)

// Where a permission is given, the idle one too, there may be more to watch.
const withAccess = watchSiteAccess(() => icons.changed())
const menu = createMenu()
const notifier = createNotifier(ready.then(() => database).then(createToldStore))
const presence = createPresenceWatch(
  (next) => void ready.then((wallet) => wallet.setPresence(next)),
)
const icons = createIconPainter(async () => {
  const glance = (await ready).glance()
  menu.show(glance)
  notifier.look(glance)
  presence.follow(glance.habits)
  return withAccess(glance)
}, paintIcon)
// After each start, and so after that of the browser, which keeps no icon.
void colourBadge()
void ready.then(() => icons.changed())
browser.runtime.onStartup.addListener(() => {})
browser.runtime.onInstalled.addListener((details) => void openWelcome(details))
const choose = async (id: unknown, url?: string): Promise<void> => {
  const wallet = await ready
  await chooseItem(id, wallet.glance(), wallet.commands, url)
}
browser.contextMenus.onClicked.addListener(
  ({ menuItemId }, tab) => void choose(menuItemId, tab?.url),
)
browser.commands.onCommand.addListener((name) => void choose(name))
