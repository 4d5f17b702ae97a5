import type { Asset } from '../src/money/asset.ts'

/** What is known of one tag of a demo site, of this run alone. */
export interface TagFigures {
  readonly origin: string
  readonly pointer: string
  /** The wallet says: what left, in the account's smallest unit, and what arrived, in `asset`'s. */
  readonly sent: bigint
  readonly delivered: bigint
  readonly asset: Asset
  /** The receiver says. */
  readonly record: bigint
}

export interface BudgetFigures {
  readonly limit: bigint
  readonly spent: bigint
  readonly reserved: bigint
  readonly inDoubt: bigint
  readonly left: bigint
}

/** The three books at one moment. */
export interface Figures {
  readonly tags: readonly TagFigures[]
  /** As the wallet shows it: the whole month. */
  readonly budget: BudgetFigures
  /** What the connector says that the account owes. */
  readonly debit: bigint
  /** Nothing moved while the books were read one after the other, and nothing was on its way. */
  readonly still: boolean
  /** The wallet says that too little is left for at least one of the tags. */
  readonly budgetSpent: boolean
}

export const total = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((sum, amount) => sum + amount, 0n)

/** Of this run: the budget's and the connector's figures go on from what was before. */
export const changeSince = (before: Figures, now: Figures): Figures => ({
  ...now,
  budget: {
    ...now.budget,
    spent: now.budget.spent - before.budget.spent,
    inDoubt: now.budget.inDoubt - before.budget.inDoubt,
  },
  debit: now.debit - before.debit,
})
