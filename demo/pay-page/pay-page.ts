import { setTimeout as delay } from 'node:timers/promises'
import { BROWSER_NAMES } from '../../browsers/browser-names.ts'
import type { Tab } from '../../browsers/driver.ts'
import { launchBrowser } from '../../browsers/launch-browser.ts'
import { Closers } from '../../localnet/closers.ts'
import { ACCOUNT_ASSET } from '../account-asset.ts'
import { browserGone } from '../browser-gone.ts'
import { buildExtension } from '../build-extension.ts'
import { chooseBrowser } from '../choose-browser.ts'
import { demoPlan } from '../demo-plan.ts'
import { say } from '../say.ts'
import { awaitView } from '../wallet/await-view.ts'
import { lookAtPopup, type PopupLook } from '../wallet/look-at-popup.ts'
import { setUpWallet } from '../wallet/set-up-wallet.ts'
import type { Order } from './order.ts'
import { tagLine } from './tag-line.ts'
import { trustFor } from './trust-for.ts'

const EVERY_MS = 1_000
/** Scripts may add a tag some time after the page has loaded. */
const NO_TAG_AFTER = 5

const noScreen = (): boolean =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']

/** Says what the wallet's popup says of the page, whenever that changes. */
const watch = async (popup: Tab, done: AbortSignal): Promise<void> => {
  const last = new Map<string, string>()
  let looks = 0
  const tell = ({ tags }: PopupLook): void => {
    looks += 1
    if (looks === NO_TAG_AFTER && last.size === 0)
      say('The browser sees no monetization tag on the page.')
    for (const tag of tags) {
      const line = tagLine(tag)
      if (last.get(tag.address) === line) continue
      last.set(tag.address, line)
      say(line)
    }
  }
  while (!done.aborted) {
    tell(await lookAtPopup(popup))
    await delay(EVERY_MS, null, { signal: done }).catch(() => null)
  }
}

/** Opens the page in a browser with a wallet that is set up, until the browser is closed or `stop`. */
export const payPage = async (order: Order, stop: AbortSignal): Promise<void> => {
  const closers = new Closers()
  const done = new AbortController()
  const end = AbortSignal.any([stop, done.signal])
  try {
    const { kind, executable } = await chooseBrowser(order.browser ?? undefined)
    const extensionDir = await buildExtension(kind)
    stop.throwIfAborted()
    say(`Starting ${BROWSER_NAMES[kind].label}, with Tributary in it`)
    const headless = order.headless || noScreen()
    const trust = await trustFor(order)
    const driver = await launchBrowser({ kind, executable, headless, extensionDir, ...trust })
    closers.add(() => driver.close())
    stop.throwIfAborted()

    const { ratePerHour, budget: firstBudget } = demoPlan(
      { seconds: undefined, rate: undefined, budget: undefined },
      1,
    )
    const setUp = await driver.openTab(`${driver.extensionOrigin}/popup.html`)
    const { account } = order
    await setUpWallet(setUp, { account, ratePerHour, firstBudget, budget: undefined })
    await setUp.setSwitch('Payments', true)
    await setUp.close()
    stop.throwIfAborted()

    const page = await driver.openTab(order.url).catch((cause: Error) => {
      // Chromium's driver tells its own calls as well.
      const [why] = cause.message.split('\n')
      throw new Error(`${order.url} does not open: ${why}`, { cause })
    })
    const popup = await driver.openPopupFor(page)
    await awaitView(popup, 'main')
    say(`${order.url} is open. What the wallet says of it (amounts in ${ACCOUNT_ASSET.code}):`)
    const gone = browserGone(driver, end).then(() => done.abort())
    // Whoever closes the popup may go on looking at the page.
    await Promise.all([watch(popup, end).catch(() => undefined), gone])
  } finally {
    await closers.closeAll()
  }
}
