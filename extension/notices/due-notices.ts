import type { BudgetSnapshot } from '../../src/wallet/snapshot.ts'

export type Notice = 'budget_80' | 'budget_100' | 'connector_lost'

/** What the user has been told already; kept, so that a background that starts again does not repeat it. */
export interface Told {
  /** The budget that was spoken of: another month, or another limit, is another one. */
  readonly budget: string
  /** 0, 80 or 100. */
  readonly percent: number
  /** That the connector is lost, and it has not been there since. */
  readonly lost: boolean
}

export const NOTHING_TOLD: Told = { budget: '', percent: 0, lost: false }

export const toldFromJson = (value: unknown): Told => {
  const { budget, percent, lost } = (value ?? {}) as Record<string, unknown>
  if (typeof budget !== 'string' || typeof percent !== 'number') return NOTHING_TOLD
  return { budget, percent, lost: lost === true }
}

export interface NoticeFacts {
  readonly budget: Pick<
    BudgetSnapshot,
    'limit' | 'spent' | 'reserved' | 'inDoubt' | 'period'
  > | null
  readonly connected: boolean
  /** The connector has not answered for so long that it will not be a moment's trouble. */
  readonly lost: boolean
}

const percentOf = ({ limit, spent, reserved, inDoubt }: NonNullable<NoticeFacts['budget']>) => {
  const whole = BigInt(limit)
  const used = BigInt(spent) + BigInt(reserved) + BigInt(inDoubt)
  if (whole <= 0n) return 0
  const percent = (used * 100n) / whole
  return percent >= 100n ? 100 : percent >= 80n ? 80 : 0
}

/** What has to be said now, each once for its cause. */
export const dueNotices = (
  { budget, connected, lost }: NoticeFacts,
  told: Told,
): { readonly notices: readonly Notice[]; readonly told: Told } => {
  const name = budget ? `${budget.period} ${budget.limit}` : told.budget
  const before = name === told.budget ? told.percent : 0
  const percent = budget ? Math.max(before, percentOf(budget)) : before
  const notices: Notice[] = []
  // Where both are passed at once, the larger one says it all.
  if (percent > before) notices.push(percent === 100 ? 'budget_100' : 'budget_80')
  if (lost && !told.lost) notices.push('connector_lost')
  return { notices, told: { budget: name, percent, lost: lost || (told.lost && !connected) } }
}
