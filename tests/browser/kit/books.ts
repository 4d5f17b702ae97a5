import { expect } from '@playwright/test'
import type { BtpAccount } from '../../../localnet/announcement.ts'
import { readDebit } from '../../../localnet/connector/read-debit.ts'
import type { Localnet } from '../../../localnet/localnet.ts'
import type { PopupLook } from './popup-look.ts'

/** What the connector and the receivers say of the payments since a moment: the wallet is not asked. */
export interface Books {
  /** The connector's debit, packets under way included. */
  debit(): Promise<bigint>
  /** A pointer's record at its receiver. */
  received(pointer: string): Promise<{ received: bigint; packets: number }>
}

const recordOf = async (localnet: Localnet, pointer: string) => {
  const entry = localnet.wallets.find((one) => one.pointer === pointer || one.url === pointer)
  if (!entry) throw new Error(`No receiver has the pointer ${pointer}`)
  const answer = (await (await fetch(entry.records)).json()) as {
    received: string
    packets: number
  }
  return { received: BigInt(answer.received), packets: answer.packets }
}

/** Opens the books: figures are counted from now on, as the network outlives single tests. */
export const openBooks = async (localnet: Localnet, account: BtpAccount): Promise<Books> => {
  const read = () => readDebit(localnet.admin, account.entry)
  const start = await read()
  const urls = localnet.wallets.map(({ url }) => url)
  const records = new Map(
    await Promise.all(urls.map(async (url) => [url, await recordOf(localnet, url)] as const)),
  )
  const urlOf = (pointer: string) =>
    localnet.wallets.find((one) => one.pointer === pointer)?.url ?? pointer
  return {
    debit: async () => (await read()) - start,
    received: async (pointer) => {
      const now = await recordOf(localnet, pointer)
      const before = records.get(urlOf(pointer))
      return {
        received: now.received - (before?.received ?? 0n),
        packets: now.packets - (before?.packets ?? 0),
      }
    },
  }
}

/** Units that have gone and that the wallet neither counts as spent nor shows as in doubt. */
export const differenceOf = (debit: bigint, { budget }: PopupLook): bigint => {
  const known = budget.spent + budget.inDoubt
  return debit > known ? debit - known : 0n
}

/** At rest: spent <= debit <= spent + in doubt, and the limit holds whatever is in doubt. */
export const expectBooksToAgree = async (
  books: Books,
  { budget }: PopupLook,
  spentBefore = 0n,
): Promise<void> => {
  const debit = await books.debit()
  const spent = budget.spent - spentBefore
  expect(budget.reserved).toBe(0n)
  expect(debit, 'the debit covers what is posted').toBeGreaterThanOrEqual(spent)
  expect(debit, 'no unit beyond posted and in doubt').toBeLessThanOrEqual(spent + budget.inDoubt)
  expect(budget.spent + budget.inDoubt, 'the limit').toBeLessThanOrEqual(budget.limit)
}
