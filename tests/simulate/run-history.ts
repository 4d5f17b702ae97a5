import type { Clock, EpochMs, MonoMs } from '../../src/ports/clock.ts'
import type { HttpGet } from '../../src/ports/http-get.ts'
import type { DocumentFacts } from '../../src/wallet/tab-documents.ts'
import { createWallet, type Wallet } from '../../src/wallet/wallet.ts'
import { createChance } from './chance.ts'
import { checkRate, compareBooks, compareHistory, readDisk } from './check-books.ts'
import { createSimConnector, type WireFault } from './sim-connector.ts'
import { createSimDisk, type Life } from './sim-disk.ts'
import { createSimReceiver, RECEIVER_KINDS, type ReceiverKind } from './sim-receiver.ts'
import { beginVirtualTime } from './virtual-time.ts'

type Fault =
  | WireFault
  | 'kill'
  | 'second copy'
  | 'clock step'
  | 'slow disk'
  | 'disk full'
  | 'pointer unreachable'

export interface HistoryOptions {
  readonly seed: number
  /** BTP where nothing is said. */
  readonly overHttp?: boolean
  /** Kill at exactly these events (timers and messages that reached the wallet), and nowhere else. */
  readonly killAt?: readonly number[]
  /** No faults but the kills: the scripted session. */
  readonly calm?: boolean
}

export interface History {
  readonly seed: number
  readonly violations: readonly string[]
  readonly faults: ReadonlyMap<Fault, number>
  readonly receivers: readonly ReceiverKind[]
  readonly packets: number
  readonly prepares: number
  /** Events that reached the wallet: the places where it can be killed. */
  readonly events: number
  readonly gone: bigint
  readonly posted: bigint
  readonly inDoubt: bigint
}

const RATE_PER_HOUR = 360_000_000n
const HOUR = 3_600_000
const SITE = 'https://site.example'
/** Major units and units. By the seed alone, so that they change no chance in other histories. */
const CAPS = [
  ['', null],
  ['', null],
  ['0.0004', 400_000n],
  ['0.00025', 250_000n],
] as const
const OWN_RATES = [
  ['', RATE_PER_HOUR],
  ['', RATE_PER_HOUR],
  ['0.72', 720_000_000n],
] as const

const BUDGETS = ['5', '0.001', '0.0003', '0.00045'] as const

/** One history of the wallet: everything that chance decides comes from the seed. */
export const runHistory = async (options: HistoryOptions): Promise<History> => {
  const chance = createChance(options.seed)
  const time = beginVirtualTime(chance)
  const faults = new Map<Fault, number>()
  let calm = options.calm ?? false
  // Swarm testing: each history has faults of its own, and leaves others out.
  const rates = new Map<Fault, number>()
  const fires = (fault: Fault): boolean => {
    if (calm) return false
    let rate = rates.get(fault)
    if (rate === undefined) rates.set(fault, (rate = chance.pick([0, 0, 0, 0, 0.003, 0.02, 0.1])))
    if (!chance.happens(fault === 'disk full' ? rate / 100 : rate)) return false
    faults.set(fault, (faults.get(fault) ?? 0) + 1)
    return true
  }
  /** Kills are rare beside the other faults: each costs a start. */
  const killRate = chance.pick([0, 0.003, 0.01, 0.03])
  const killing = (): boolean => !calm && chance.happens(killRate)
  const violations: string[] = []
  try {
    const kinds = Array.from({ length: chance.between(1, 3) }, () =>
      options.calm || chance.happens(0.5) ? 'honest' : chance.pick(RECEIVER_KINDS),
    )
    const receivers = kinds.map((kind, index) =>
      createSimReceiver(kind, chance.pick([1n, 1n, 7n]), String(index), chance),
    )
    const disk = createSimDisk(chance, {
      slow: () => fires('slow disk'),
      fails: () => fires('disk full'),
    })
    const onDisk = (): readonly unknown[] => [...disk.books.values()].flatMap(({ all }) => all)
    const historyOnDisk = () => [...disk.books.values()][0]?.history
    const connector = createSimConnector({
      chance,
      receivers,
      due: fires,
      arrived(condition, amount) {
        const reserved = (onDisk() as { kind: string; condition?: string; amount?: string }[]).some(
          (line) =>
            line.kind === 'reserve' &&
            line.condition === condition &&
            BigInt(line.amount ?? '0') === amount,
        )
        if (!reserved) violations.push(`${amount} units have gone that are not in the book`)
      },
    })

    /** How far the computer's clock is off, and what time it was when it said something. */
    let clockError = 0
    let confirmed = 0
    let paidOnce = 0
    const trueTime = new Map<number, number>()
    let life: Life = { alive: false, reach: () => {} }
    let wallet: Wallet | null = null
    let events = 0
    let facts: DocumentFacts | null = null

    const kill = (): void => {
      if (!life.alive) return
      life.alive = false
      wallet = null
      connector.cutAll()
    }
    const createLife = (): Life => {
      const mine: Life = {
        alive: true,
        reach(call) {
          if (!mine.alive) return
          events += 1
          if (options.killAt?.includes(events) ?? killing()) {
            faults.set('kill', (faults.get('kill') ?? 0) + 1)
            return kill()
          }
          call()
        },
      }
      return mine
    }
    const clockOf = (mine: Life): Clock => ({
      wall() {
        const wall = Date.now() + clockError
        trueTime.set(wall, Date.now())
        return wall as EpochMs
      },
      mono: () => time.now() as MonoMs,
      after(ms, call) {
        const timer = setTimeout(() => mine.reach(call), Math.ceil(ms))
        return () => clearTimeout(timer)
      },
    })
    const httpGetOf =
      (mine: Life): HttpGet =>
      ({ url }) =>
        new Promise((resolve) => {
          setTimeout(
            () =>
              mine.reach(() => {
                const receiver = receivers[Number(new URL(url).pathname.slice(1))]
                if (!receiver || fires('pointer unreachable')) {
                  return resolve({ kind: 'failure', why: 'unreachable' })
                }
                resolve({
                  kind: 'reply',
                  status: 200,
                  url,
                  contentType: 'application/spsp4+json',
                  serverTime: Date.now(),
                  retryAfter: null,
                  body: JSON.stringify(receiver.spsp()),
                })
              }),
            chance.between(5, 200),
          )
        })
    const compactAfter = chance.pick([8, 40, 4_096])
    const boot = async (): Promise<void> => {
      const mine = createLife()
      life = mine
      const started = await createWallet(
        {
          clock: clockOf(mine),
          random: (length) => Uint8Array.from(chance.bytes(length)),
          httpGet: httpGetOf(mine),
          openSocket: () => connector.openSocket(mine),
          httpPost: connector.httpPost(mine),
          journals: disk.journals(mine),
          mirrors: disk.mirrors(mine),
          settings: disk.settings(mine),
          compactAfter,
        },
        { onNews: () => {}, onChange: () => {} },
      )
      if (!mine.alive) return
      wallet = started
      if (facts) started.setDocument('page', facts)
    }
    /** The browser starts the background again whenever something happens to it. */
    const awake = async (): Promise<Wallet | null> => {
      if (!life.alive) void boot()
      await time.pass(50)
      return wallet
    }
    const command = async (order: (wallet: Wallet) => Promise<unknown>): Promise<void> => {
      const awoken = await awake()
      if (!awoken) return
      void order(awoken).catch(() => {})
      await time.pass(1_000)
    }
    const look = (change: Partial<DocumentFacts>): void => {
      const tags = receivers.map((_, index) => ({
        id: `tag ${index}`,
        address: `https://wallet.example/${index}`,
      }))
      const before: DocumentFacts = facts ?? {
        tab: 1,
        site: SITE,
        visible: true,
        tags,
      }
      facts = { ...before, ...change }
      wallet?.setDocument('page', facts)
    }

    const [capTyped, cap] = (options.calm ? null : CAPS[options.seed % CAPS.length]) ?? CAPS[0]
    const [rateTyped, ratePerHour] =
      (options.calm ? null : OWN_RATES[options.seed % OWN_RATES.length]) ?? OWN_RATES[0]
    const budget = options.calm ? '5' : chance.pick(BUDGETS)
    const setUp = async (): Promise<void> => {
      await command(({ commands }) =>
        commands.connect({
          address: `${options.overHttp ? 'https' : 'wss'}://connector.example/`,
          username: 'me',
          token: 'token',
          developerMode: false,
        }),
      )
      await command(({ commands }) => commands.setRate('0.36'))
      if (capTyped !== '' || rateTyped !== '') {
        const rule = { origin: SITE, never: false, perHour: rateTyped, monthlyCap: capTyped }
        await command(({ commands }) => commands.setSiteRule(rule))
      }
      await command(({ commands }) => commands.start(budget))
    }
    const stormy = calm
    calm = true
    await setUp()
    calm = stormy
    look({})
    const steps = options.calm ? 40 : chance.between(8, 30)
    for (let step = 0; step < steps; step++) {
      await awake()
      await time.pass(options.calm ? 1_000 : chance.between(100, 8_000))
      if (options.calm) continue
      const action = chance.between(0, 9)
      if (action === 0) look({ visible: !(facts as DocumentFacts | null)?.visible })
      if (action === 1) await command(({ commands }) => commands.setPayments(chance.happens(0.7)))
      if (action === 2) await command(({ commands }) => commands.setBudget(chance.pick(BUDGETS)))
      if (action === 3) (wallet as Wallet | null)?.removeDocument('page')
      if (action === 4) look({})
      if (action === 5) connector.cutAll()
      if (action === 6 && life.alive && chance.happens(0.3)) {
        // As when an update starts while the old version still runs: the older copy is never told.
        faults.set('second copy', (faults.get('second copy') ?? 0) + 1)
        void boot()
      }
      if (action === 7 && chance.happens(0.5)) {
        faults.set('clock step', (faults.get('clock step') ?? 0) + 1)
        // The odd milliseconds keep what two clocks say apart.
        clockError =
          chance.pick([0, 1, -1, 24, -24, 40 * 24]) * HOUR + chance.between(-20_000, 20_000)
      }
      if (action === 8) {
        paidOnce += 1
        await command(({ commands }) => commands.payOnce(1, SITE, '0.0001'))
      }
      const { renewal } = (wallet as Wallet | null)?.snapshot(null).budget ?? {}
      if (renewal === 'asking' && chance.happens(0.3)) {
        confirmed += 1
        await command(({ commands }) => commands.confirmDate())
      }
      const lines = readDisk(onDisk(), cap)
      const now = [...compareBooks(lines, connector), ...compareHistory(lines, historyOnDisk())]
      violations.push(...now)
      if (now.length > 0) break
    }
    // The storm is over: everything that is still on its way comes to its end.
    calm = true
    await command(({ commands }) => commands.setPayments(false))
    await time.pass(120_000)
    // A last start: what a life left reserved is in doubt from then on.
    kill()
    const killable = events
    await awake()
    await time.pass(1_000)
    const reading = readDisk(onDisk(), cap)
    violations.push(...compareBooks(reading, connector))
    violations.push(...compareHistory(reading, historyOnDisk()))
    const paid = reading.paid.map(({ at, amount }) => ({ at: trueTime.get(at) ?? at, amount }))
    // One-time payments are outside of the rate, each at most what was typed.
    const burst = ratePerHour / 3600n + BigInt(paidOnce) * 100_000n
    violations.push(...checkRate(paid, ratePerHour, burst))
    if (!wallet) violations.push('the wallet did not start')
    if (reading.reserved > 0n) violations.push(`${reading.reserved} is still on its way at the end`)
    const end = (wallet as Wallet | null)?.snapshot(null)
    const book = end?.budget
    const shown = `${book?.spent} and ${book?.inDoubt} in doubt`
    const known = (state: string): bigint => reading.sumIn(book?.period ?? '', state)
    const onTheDisk = `${known('post')} and ${known('doubt')} in doubt`
    if (book && shown !== onTheDisk) violations.push(`shown: ${shown}; on the disk: ${onTheDisk}`)
    if (end?.connection?.reason === 'book-damaged') {
      violations.push('the book cannot be read at the end')
    }
    // No history is long enough for a month to end in it.
    if (reading.periods > 1 + confirmed) {
      violations.push(`${reading.periods} periods began, and the user agreed to ${confirmed}`)
    }
    const { posted, inDoubt, packets } = reading
    return {
      seed: options.seed,
      violations,
      faults,
      receivers: kinds,
      packets,
      prepares: connector.prepares(),
      events: killable,
      gone: connector.gone(),
      posted,
      inDoubt,
    }
  } finally {
    time.end()
  }
}
