import { kept } from './kept.ts'

/** How many decimals prices in this currency have; 2 for codes that are no ISO 4217 currency. */
export const usualDecimals = kept((code: string): number => {
  try {
    const currency = new Intl.NumberFormat('en', { style: 'currency', currency: code })
    return currency.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    // Ledgers name assets as they like ("XRP.test", "points"): Intl throws on such codes.
    return 2
  }
})
