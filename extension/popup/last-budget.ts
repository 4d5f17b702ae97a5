import type { BudgetSnapshot, Snapshot } from '../../src/wallet/snapshot.ts'

/** Of this origin alone; read at once, before the worker is awake. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEY = 'last-budget'

/**
 * The budget as the popup saw it last, to be painted while the wallet wakes. No name of a site is in it, so
 * that nothing has to be forgotten here; another version of the wallet begins anew.
 */
export const readLastBudget = (store: Store, version: string): BudgetSnapshot | null => {
  try {
    const kept = JSON.parse(store.getItem(KEY) ?? 'null') as {
      version: string
      budget: BudgetSnapshot
    } | null
    return kept?.version === version ? kept.budget : null
  } catch {
    return null
  }
}

export const keepLastBudget = (
  store: Store,
  version: string,
  { setup, budget }: Pick<Snapshot, 'setup' | 'budget'>,
): void => {
  try {
    if (setup !== 'done' || budget === null) store.removeItem(KEY)
    else store.setItem(KEY, JSON.stringify({ version, budget }))
  } catch {
    // A browser that keeps nothing paints nothing.
  }
}
