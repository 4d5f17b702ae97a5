import { pageCall } from '../../../browsers/page-call.ts'
import type { WalletBrowser } from './wallet-browser.ts'
import type { WalletPopup } from './wallet-popup.ts'

/** What came through a port: `kind` is null for its opening. */
interface Tapped {
  readonly port: string
  readonly from: string
  readonly kind: string | null
  readonly tags: number
  /** It says that another wallet was seen at work. */
  readonly otherWallet: boolean
}

/** All that content scripts say from now on, as the background hears it. */
export interface PortTap {
  readonly popup: WalletPopup
  heard(): Promise<readonly Tapped[]>
  /** Reports of the page at this address; beats, which only tell that it is still there, are left out. */
  reports(url: string): Promise<number>
}

interface Port {
  readonly name: string
  readonly sender?: { readonly url?: string }
  readonly onMessage: { addListener(hear: (message: unknown) => void): void }
}
interface Said {
  readonly kind: string
  readonly tags?: readonly unknown[]
  readonly otherWallet?: true
}
interface Api {
  readonly runtime: { readonly onConnect: { addListener(hear: (port: Port) => void): void } }
}

/** Runs in a page of the extension. */
const tap = () => {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
  const tapped: Tapped[] = []
  Object.assign(globalThis, { tapped })
  const onConnect = (browser ?? chrome).runtime.onConnect
  onConnect.addListener((port) => {
    const about = { port: port.name, from: port.sender?.url ?? '' }
    tapped.push({ ...about, kind: null, tags: 0, otherWallet: false })
    port.onMessage.addListener((message) => {
      const { kind, tags, otherWallet } = message as Said
      tapped.push({ ...about, kind, tags: tags?.length ?? 0, otherWallet: otherWallet === true })
    })
  })
}

/** Ports reach every page of the extension: the popup's own page listens in, and nothing is changed for it. */
export const tapPorts = async (wallet: WalletBrowser): Promise<PortTap> => {
  const popup = await wallet.popupFor()
  await popup.until('the wallet', ({ view }) => view === 'main')
  await popup.tab.evaluate(pageCall(tap))
  const heard = () => popup.tab.evaluate<Tapped[]>('tapped')
  return {
    popup,
    heard,
    reports: async (url) =>
      (await heard()).filter(({ from, kind }) => from === url && kind === 'facts').length,
  }
}

/** Ten a second, one at either end, and two that were saved. */
export const mostReports = (elapsedMs: number): number => Math.floor(elapsedMs / 100) + 4
