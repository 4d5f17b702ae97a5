import type { ConnectorBook } from './sim-connector.ts'

/** As the journal's entries stand on the disk; read here by code of its own. */
interface Line {
  readonly kind: string
  readonly at: number
  readonly packet?: string
  readonly amount?: string
  readonly limit?: string
  readonly condition?: string
  readonly site?: string
  readonly period?: string
}

export interface DiskSums {
  readonly posted: bigint
  readonly reserved: bigint
  readonly inDoubt: bigint
}

export interface DiskReading extends DiskSums {
  readonly violations: readonly string[]
  /** Reservations that were not voided: when, and how much. */
  readonly paid: readonly { at: number; amount: bigint }[]
  readonly packets: number
  /** How often a period began. */
  readonly periods: number
  /** What stands for a period in this state: `post`, `doubt`, `reserve`. */
  readonly sumIn: (period: string, state: string) => bigint
}

/**
 * The separate checker: reads only what is on the disk, line by line, and knows nothing of the wallet's code.
 * I1: reserved within the limit that was in force, and within `cap`, which each site has in each period. I3: each packet reserved once, ended in order.
 */
export const readDisk = (lines: readonly unknown[], cap: bigint | null): DiskReading => {
  const violations: string[] = []
  const packets = new Map<
    string,
    { amount: bigint; at: number; period: string; site: string; state: string }
  >()
  let limit = 0n
  let period = ''
  let periods = 0
  const sum = (state: string): bigint => {
    let total = 0n
    for (const packet of packets.values()) if (packet.state === state) total += packet.amount
    return total
  }
  // Kept as running sums: a history has thousands of lines. By period, as each has a budget of its own.
  const sums = new Map<string, bigint>()
  const change = (period: string, state: string, by: bigint): void =>
    void sums.set(`${period} ${state}`, (sums.get(`${period} ${state}`) ?? 0n) + by)
  const sumIn = (period: string, state: string): bigint => sums.get(`${period} ${state}`) ?? 0n
  const hadBy = (site: string): bigint =>
    [...packets.values()]
      .filter((one) => one.site === site && one.period === period && one.state !== 'void')
      .reduce((sum, one) => sum + one.amount, 0n)
  const ALLOWED: Record<string, readonly string[]> = {
    post: ['reserve', 'doubt', 'void'],
    void: ['reserve'],
    doubt: ['reserve'],
  }
  for (const line of lines as readonly Line[]) {
    if (line.kind === 'limit') limit = BigInt(line.limit ?? '0')
    if (line.kind === 'period') {
      if ((line.period ?? '') <= period) violations.push(`period ${line.period} after ${period}`)
      period = line.period ?? ''
      periods += 1
    }
    const id = line.packet ?? ''
    if (line.kind === 'reserve') {
      const amount = BigInt(line.amount ?? '0')
      if (packets.has(id)) violations.push(`packet ${id} is reserved twice`)
      if (line.period !== period) violations.push(`reserved in ${line.period}, in ${period}`)
      const site = line.site ?? ''
      packets.set(id, { amount, at: line.at, period, site, state: 'reserve' })
      change(period, 'reserve', amount)
      const counted = sumIn(period, 'reserve') + sumIn(period, 'post') + sumIn(period, 'doubt')
      const had = cap === null ? 0n : hadBy(site)
      if (cap !== null && had > cap) violations.push(`${site} reserved up to ${had} of ${cap}`)
      if (counted > limit) violations.push(`reserved up to ${counted} of ${limit}`)
    }
    const allowed = ALLOWED[line.kind]
    if (allowed) {
      const packet = packets.get(id)
      if (!packet || !allowed.includes(packet.state)) {
        violations.push(`${line.kind} of a packet that is ${packet?.state ?? 'unknown'}`)
        continue
      }
      change(packet.period, packet.state, -packet.amount)
      change(packet.period, line.kind, packet.amount)
      packet.state = line.kind
    }
  }
  return {
    posted: sum('post'),
    reserved: sum('reserve'),
    inDoubt: sum('doubt'),
    violations,
    packets: packets.size,
    periods,
    sumIn,
    paid: [...packets.values()].filter(({ state }) => state !== 'void'),
  }
}

/** I2: what is posted has gone, and what has gone is posted, on its way or in doubt. I4: nothing went twice. */
export const compareBooks = (disk: DiskReading, connector: ConnectorBook): string[] => {
  const violations = [...disk.violations]
  const gone = connector.gone()
  const { posted, reserved, inDoubt } = disk
  if (posted > gone) violations.push(`posted ${posted}, but only ${gone} has gone`)
  if (gone > posted + reserved + inDoubt) {
    violations.push(`${gone} has gone, but only ${posted} + ${reserved} + ${inDoubt} is known`)
  }
  if (connector.repeated() > 0) violations.push(`${connector.repeated()} prepares came twice`)
  return violations
}

/** What each site got on each day is, together, what the lines say. */
export const compareHistory = (
  { posted, inDoubt }: DiskSums,
  history: Omit<DiskSums, 'reserved'> | undefined,
): string[] => {
  const { posted: shown = 0n, inDoubt: doubted = 0n } = history ?? {}
  return shown === posted && doubted === inDoubt
    ? []
    : [`the history has ${shown} and ${doubted} in doubt, the book ${posted} and ${inDoubt}`]
}

/** I6: over every window, paid <= rate x time + burst. */
export const checkRate = (
  paid: readonly { at: number; amount: bigint }[],
  unitsPerHour: bigint,
  burst: bigint,
): string[] => {
  const ordered = [...paid].sort((a, b) => a.at - b.at)
  // The largest excess over a straight line of any window is a maximum subarray, found in one pass.
  let excess = 0n
  let last = 0
  for (const { at, amount } of ordered) {
    const earned = (BigInt(at - last) * unitsPerHour) / 3_600_000n
    excess = (excess > earned ? excess - earned : 0n) + amount
    last = at
    if (excess > burst + 1n)
      return [`${excess} units in a window that allows ${burst} beyond the rate`]
  }
  return []
}
