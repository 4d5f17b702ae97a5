/** What an hour a day at this rate comes to in a month of 30 days. */
export const monthOfHours = (ratePerHour: string): string => (BigInt(ratePerHour) * 30n).toString()
