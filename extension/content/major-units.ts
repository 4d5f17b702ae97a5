/** `12300` at scale 4 is `1.23`: how `MonetizationCurrencyAmount.value` is written. */
export const majorUnits = (amount: string, scale: number): string => {
  const digits = amount.padStart(scale + 1, '0')
  const point = digits.length - scale
  const fraction = digits.slice(point).replace(/0+$/, '')
  return digits.slice(0, point) + (fraction && `.${fraction}`)
}
