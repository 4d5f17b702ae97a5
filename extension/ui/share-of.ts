/** How much of the whole a part is, 0 to 1, for drawing only. */
export const shareOf = (part: string, whole: string): number => {
  const all = BigInt(whole)
  if (all <= 0n) return 0
  const permyriad = (BigInt(part) * 10_000n) / all
  return Math.min(Number(permyriad), 10_000) / 10_000
}
