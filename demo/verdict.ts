import { total, type Figures } from './figures.ts'

/** Where the books contradict each other, in sentences. */
export const disagreements = ({ tags, budget, debit }: Figures): string[] => {
  const { spent, inDoubt } = budget
  const sent = total(tags.map((tag) => tag.sent))
  return [
    ...tags
      .filter(({ delivered, record }) => delivered !== record)
      .map(
        ({ pointer, delivered, record }) =>
          `${pointer}: the wallet says ${delivered} arrived, the receiver ${record}.`,
      ),
    ...(debit === spent
      ? []
      : [`The wallet says it spent ${spent}, the connector that it owes ${debit}.`]),
    ...(inDoubt === 0n ? [] : [`In doubt: ${inDoubt}.`]),
    ...(sent === spent ? [] : [`The tags were sent ${sent}, but ${spent} was spent.`]),
  ]
}

/** What is wrong with a run, in sentences; nothing, if money reached every tag and the books agree. */
export const verdict = (run: Figures): string[] => {
  const unpaid = run.tags.filter(({ sent, delivered }) => sent === 0n || delivered === 0n)
  if (unpaid.length === 0) return disagreements(run)
  const why = run.budgetSpent
    ? 'The budget was spent before every tag was paid'
    : 'Not every tag was paid'
  const names = unpaid.map(({ pointer }) => pointer).join(', ')
  return [`${why}: nothing reached ${names}.`, ...disagreements(run)]
}
