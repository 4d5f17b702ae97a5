import { waitUntil } from '../../browsers/wait-until.ts'
import { lookAtPopup } from '../browser/kit/popup-look.ts'
import { lookAtDashboard } from '../browser/kit/wallet-dashboard.ts'
import type { SoakBooks } from './soak-books.ts'
import type { Stage } from './stage.ts'

/** All books when nothing is on its way any more. Amounts in smallest units. */
export interface EndBooks {
  readonly debit: bigint
  readonly posted: bigint
  readonly inDoubt: bigint
  /** By asset: what the wallet says that arrived, and what receivers say. */
  readonly arrived: Readonly<
    Record<string, { readonly wallet: bigint; readonly receivers: bigint }>
  >
}

/** Closes all pages, waits for the last packet, and reads what everybody wrote down. */
export const readEndBooks = async (
  { browser, steady, others }: Stage,
  books: SoakBooks,
): Promise<EndBooks> => {
  const popup = await browser.open(`${browser.extensionOrigin}/popup.html`)
  for (const tab of [steady, ...others]) await tab.close()
  const atRest = async () => {
    const look = await lookAtPopup(popup)
    return look.view === 'main' && look.budget.reserved === 0n ? look.budget : null
  }
  await waitUntil(atRest, { what: 'the last packet to be answered or given up' })
  const budget = await lookAtPopup(popup).then((look) => look.budget)
  const dashboard = await browser.open(`${browser.extensionOrigin}/dashboard.html`)
  const whole = async () => {
    const look = await lookAtDashboard(dashboard)
    return look.posted === budget.spent ? look : null
  }
  const history = await waitUntil(whole, { what: 'the history to say what the budget says' })
  const received = await books.received()
  const names = new Set([...Object.keys(received), ...Object.keys(history.received)])
  return {
    debit: await books.debit(),
    posted: history.posted,
    inDoubt: budget.inDoubt,
    arrived: Object.fromEntries(
      [...names].map((name) => [
        name,
        { wallet: history.received[name] ?? 0n, receivers: received[name] ?? 0n },
      ]),
    ),
  }
}

/** Where they contradict each other, in sentences. What is in doubt may have arrived or not; nothing else may differ. */
export const contradictions = ({ debit, posted, inDoubt, arrived }: EndBooks): string[] => {
  const wrong: string[] = []
  if (debit < posted || debit > posted + inDoubt)
    wrong.push(`the connector is owed ${debit}, the wallet spent ${posted}, ${inDoubt} in doubt`)
  for (const [asset, { wallet, receivers }] of Object.entries(arrived))
    if (receivers < wallet || (inDoubt === 0n && receivers !== wallet))
      wrong.push(`of ${asset} receivers have ${receivers}, the wallet says ${wallet}`)
  return wrong
}
