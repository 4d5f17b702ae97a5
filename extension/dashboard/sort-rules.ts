import type { SiteRuleSnapshot } from '../../src/wallet/snapshot.ts'
import type { TableOrder } from './table-order.ts'

export type RuleKey = 'site' | 'rule' | 'rate' | 'cap' | 'month'

/** What sites got this month, by origin; those that are not in it got nothing. */
export type MonthAmounts = ReadonlyMap<string, bigint>

const UNLIMITED = 2n ** 70n

const valueOf = (
  { origin, never, ratePerHour, monthlyCap }: SiteRuleSnapshot,
  month: MonthAmounts,
  key: Exclude<RuleKey, 'site'>,
): bigint => {
  switch (key) {
    case 'rule':
      return never ? 1n : 0n
    case 'rate':
      return ratePerHour === null ? -1n : BigInt(ratePerHour)
    case 'cap':
      return monthlyCap === null ? UNLIMITED : BigInt(monthlyCap)
    case 'month':
      return month.get(origin) ?? 0n
  }
}

/** How origins write a name in other letters: `bücher` is `xn--bcher-kva` in them. */
const asInOrigins = (text: string): string => {
  if (/^[\0-\x7f]*$/.test(text)) return text
  try {
    return new URL(`https://${text}`).hostname
  } catch {
    return text
  }
}

/** Those whose address has the text in it, in this order; equals by their address. */
export const sortRules = (
  rules: readonly SiteRuleSnapshot[],
  month: MonthAmounts,
  search: string,
  { key, down }: TableOrder<RuleKey>,
): readonly SiteRuleSnapshot[] => {
  const wanted = asInOrigins(search.trim().toLowerCase())
  // They come in the order of their addresses, and sorting keeps it among equals.
  const found = rules.filter(({ origin }) => origin.includes(wanted))
  if (key === 'site') return down ? found.reverse() : found
  const values = new Map(found.map((rule) => [rule, valueOf(rule, month, key)]))
  return found.sort((a, b) => {
    const [one = 0n, other = 0n] = [values.get(a), values.get(b)]
    const order = one < other ? -1 : one > other ? 1 : 0
    return down ? -order : order
  })
}
