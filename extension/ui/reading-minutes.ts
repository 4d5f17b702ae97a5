/** How long a budget lasts at this rate; null where nothing is spent at all. */
export const readingMinutes = (budget: string, ratePerHour: string): number | null => {
  const rate = BigInt(ratePerHour)
  return rate <= 0n ? null : Number((BigInt(budget) * 60n) / rate)
}
