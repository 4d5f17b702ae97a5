import { waitUntil } from '../browsers/wait-until.ts'
import { readDebit } from '../localnet/connector/read-debit.ts'
import type { Localnet } from '../localnet/localnet.ts'
import type { BudgetFigures, Figures, TagFigures } from './figures.ts'
import type { OpenSite } from './open-sites.ts'
import { lookAtPopup, type PopupLook } from './wallet/look-at-popup.ts'

const readRecord = async (url: string): Promise<bigint> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The receiver's record answered ${response.status}`)
  return BigInt(((await response.json()) as { received: string }).received)
}

const budgetOf = ({ budget }: PopupLook): BudgetFigures | null =>
  budget && {
    limit: BigInt(budget.limit),
    spent: BigInt(budget.spent),
    reserved: BigInt(budget.reserved),
    inDoubt: BigInt(budget.inDoubt),
    left: BigInt(budget.left),
  }

/** Once the popup knows its page and all of its tags. */
const lookAtSite = ({ popup, origin, receivers }: OpenSite): Promise<PopupLook> =>
  waitUntil(
    async () => {
      const seen = await lookAtPopup(popup)
      return seen.budget && seen.tags.length >= receivers.length ? seen : null
    },
    { what: `the popup to show the tags of ${origin}` },
  )

const tagsOf = async (site: OpenSite, { tags }: PopupLook): Promise<TagFigures[]> =>
  Promise.all(
    site.receivers.map(async ({ pointer, url, asset, records }) => {
      const tag = tags.find(({ address }) => address === pointer || address === url)
      if (!tag) throw new Error(`The popup of ${site.origin} does not show ${pointer}`)
      const paidIn = tag.code === '' ? asset : { code: tag.code, scale: Number(tag.scale) }
      return {
        origin: site.origin,
        pointer,
        sent: BigInt(tag.sent),
        delivered: BigInt(tag.delivered),
        asset: paidIn,
        record: await readRecord(records),
      }
    }),
  )

/** Reads the connector and the wallet, then the receivers, then the first two once more. */
export const readFigures = async (
  sites: readonly OpenSite[],
  { admin, btp }: Localnet,
): Promise<Figures> => {
  const lookAtWallet = async () => ({
    debit: await readDebit(admin, btp[0]!.entry),
    looks: await Promise.all(sites.map(lookAtSite)),
  })
  const before = await lookAtWallet()
  const tags = await Promise.all(sites.map((site, index) => tagsOf(site, before.looks[index]!)))
  const after = await lookAtWallet()
  const budgets = [...before.looks, ...after.looks].flatMap((look) => budgetOf(look) ?? [])
  const budget = budgets.at(-1)
  if (!budget) throw new Error('The popup shows no budget')
  const still =
    before.debit === after.debit &&
    budgets.every(({ spent, reserved }) => spent === budget.spent && reserved === 0n)
  const reasons = before.looks.flatMap((look) => look.tags.map(({ reason }) => reason))
  return {
    tags: tags.flat(),
    budget,
    debit: after.debit,
    still,
    budgetSpent: reasons.includes('budget-spent'),
  }
}
