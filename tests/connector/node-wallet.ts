import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { WebSocket } from 'ws'
import { httpGet } from '../../extension/ports/http-get.ts'
import { httpPost } from '../../extension/ports/http-post.ts'
import { randomBytes } from '../../extension/ports/random-bytes.ts'
import { systemClock } from '../../extension/ports/system-clock.ts'
import { openDatabase } from '../../extension/storage/database.ts'
import { createJournalStore } from '../../extension/storage/journal-store.ts'
import { createMirrorStore } from '../../extension/storage/mirror-store.ts'
import { createSettingsStore } from '../../extension/storage/settings-store.ts'
import type { Clock, EpochMs } from '../../src/ports/clock.ts'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import type { TagNews } from '../../src/wallet/tag-news.ts'
import { createWallet, type Wallet, type WalletPorts } from '../../src/wallet/wallet.ts'

export interface HeardNews {
  readonly document: string
  readonly tag: string
  readonly news: TagNews
}

export interface NodeWallet {
  readonly wallet: Wallet
  readonly news: readonly HeardNews[]
  /** Resolves once the wallet's state is as wished; asks again whenever it changes. */
  until(
    what: string,
    wish: (snapshot: Snapshot, news: readonly HeardNews[]) => boolean,
    longestMs?: number,
  ): Promise<Snapshot>
}

const LONGEST_MS = 60_000

/** Where other load stops this process for some seconds, what was asked on this machine has come all the same. */
const PATIENCE = 6
const patient =
  <Asked extends { readonly deadlineMs: number }, Answer>(ask: (asked: Asked) => Answer) =>
  (asked: Asked): Answer =>
    ask({ ...asked, deadlineMs: PATIENCE * asked.deadlineMs })

/** What stands in for `storage.local`; the only part of the disk that Node has nothing like. */
const createLocal = () => {
  const kept = new Map<string, unknown>()
  return {
    get: (key: string) => Promise.resolve({ [key]: kept.get(key) }),
    set: (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value))
      return Promise.resolve()
    },
  }
}
/** A wallet keeps to the disk that it was created on: one of an earlier test may still be at work. */
let local = createLocal()

/** The browser gives up on the database, and leaves an empty one. */
const loseDatabase = (): void => {
  indexedDB = new IDBFactory()
}

/** An empty disk: the next wallet starts as if just installed. */
export const freshDisk = (): void => {
  loseDatabase()
  local = createLocal()
}

/** What an earlier wallet left in `storage.local`. */
export const keepLocal = (items: Record<string, unknown>): Promise<void> => local.set(items)

/** How far the computer's clock is off; may change while the wallet runs. */
export interface ClockError {
  ms: number
}

const clockThatIsOff = (error: ClockError): Clock => ({
  ...systemClock,
  wall: () => (systemClock.wall() + error.ms) as EpochMs,
})

/** The wallet as it is in the browser, with the extension's own ports, in Node, where it waits longer for answers over HTTP; `through` may listen at them. */
export const createNodeWallet = async (
  clockError: ClockError = { ms: 0 },
  through: (ports: WalletPorts) => WalletPorts = (ports) => ports,
): Promise<NodeWallet> => {
  const database = await openDatabase()
  const news: HeardNews[] = []
  const watchers = new Set<() => void>()
  let changing = false
  /** Many changes of one turn are looked at once. */
  const changed = (): void => {
    if (changing) return
    changing = true
    setImmediate(() => {
      changing = false
      for (const watcher of [...watchers]) watcher()
    })
  }
  const wallet = await createWallet(
    through({
      clock: clockThatIsOff(clockError),
      random: randomBytes,
      httpGet: patient(httpGet),
      openSocket: (url) => new WebSocket(url) as never,
      httpPost: patient(httpPost),
      journals: createJournalStore(database),
      mirrors: createMirrorStore(local),
      settings: createSettingsStore(database),
    }),
    {
      onNews: (document, tag, one) => {
        news.push({ document, tag, news: one })
        changed()
      },
      onChange: changed,
    },
  )
  // As an open popup does.
  wallet.watchSites()
  return {
    wallet,
    news,
    until: (what, wish, longestMs = LONGEST_MS) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          watchers.delete(look)
          const seen = JSON.stringify(wallet.snapshot(1), null, 1)
          reject(new Error(`waited in vain until ${what}; last seen: ${seen}`))
        }, longestMs)
        const look = (): void => {
          const snapshot = wallet.snapshot(1)
          if (!wish(snapshot, news)) return
          clearTimeout(late)
          watchers.delete(look)
          resolve(snapshot)
        }
        watchers.add(look)
        look()
      }),
  }
}
