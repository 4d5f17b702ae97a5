/** Gives a whole number from 0 up to, not including, `below`, each as likely as the others. */
export type Draw = (below: number) => number

/**
 * One of the shares, each as likely as its weight among all of them says. Weights are whole numbers and so is what is
 * drawn, so that no chance is lost to rounding.
 */
export const chooseShare = <T extends { readonly weight: number }>(
  shares: readonly T[],
  draw: Draw,
): T => {
  const sum = shares.reduce((all, { weight }) => all + weight, 0)
  let left = draw(sum)
  for (const share of shares) {
    if (left < share.weight) return share
    left -= share.weight
  }
  throw new Error(`${sum} was to be drawn below, and was not`)
}
