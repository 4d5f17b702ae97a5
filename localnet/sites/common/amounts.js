/**
 * Sums of money as events tell it: whole numbers of an asset's smallest unit, or decimal numbers, both as text. They
 * stay text and BigInt all the way: a Number is exact up to 16 digits only, and 0.1 + 0.2 is not 0.3 in it.
 */
globalThis.amounts = {
  /** "1234" at scale 2 is "12.34". */
  majorUnits(units, scale) {
    const digits = String(units).padStart(scale + 1, '0')
    const whole = digits.slice(0, digits.length - scale)
    const fraction = digits.slice(digits.length - scale)
    return fraction === '' ? whole : `${whole}.${fraction}`
  },

  /** "0.1" and "0.25" are "0.35". */
  add(a, b) {
    const scale = Math.max(...[a, b].map((value) => (value.split('.')[1] ?? '').length))
    const units = (value) => {
      const [whole, fraction = ''] = value.split('.')
      return BigInt(whole + fraction.padEnd(scale, '0'))
    }
    return globalThis.amounts.majorUnits(units(a) + units(b), scale)
  },
}
