import type { Asset } from '../asset.ts'

/** 1234567 of USD/9 is "0.001234567 USD": every digit that there is. */
export const majorUnits = (units: bigint, { code, scale }: Asset): string => {
  const digits = units.toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale)
  return `${whole}${fraction === '' ? '' : `.${fraction}`} ${code}`
}

/** As forms spell it: "USD/9". */
export const assetName = ({ code, scale }: Asset): string => `${code}/${scale}`
