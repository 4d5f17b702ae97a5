import type { HistoryLine } from '../../src/history/deltas.ts'
import { plainAmount } from '../ui/plain-amount.ts'
import type { NamedBook } from './book-asset.ts'
import { toCsv } from './csv.ts'

const COLUMNS = ['account', 'day', 'site', 'asset', 'sent', 'in doubt', 'payments', 'received']

/** Amounts in major units, exact. */
export const historyCsv = (
  { ilpAddress, asset }: NamedBook,
  lines: readonly HistoryLine[],
): string =>
  toCsv([
    COLUMNS,
    ...lines.map(({ span, site, row }) => [
      ilpAddress,
      span,
      site,
      asset.code,
      plainAmount(row.posted.toString(), asset),
      plainAmount(row.inDoubt.toString(), asset),
      String(row.packets),
      row.delivered
        .map((sum) => `${plainAmount(sum.amount.toString(), sum.asset)} ${sum.asset.code}`)
        .join('; '),
    ]),
  ])

/** Amounts in smallest units, as decimal strings. */
export const historyJson = (
  { name, ilpAddress, asset }: NamedBook,
  lines: readonly HistoryLine[],
): string => {
  const rows = lines.map(({ span: day, site, row }) => ({ day, site, ...row }))
  const file = { format: 'tributary-history', version: 1, book: name, ilpAddress, asset, rows }
  return JSON.stringify(
    file,
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    1,
  )
}
