import { NativeTypeError } from './primordials.ts'
import { asInterface, type Convert, requiredMember, toDomString } from './web-idl.ts'

interface PaymentCurrencyAmount {
  readonly currency: string
  readonly value: string
}

/** What the instance that is being made holds: only `toCurrencyAmount` makes one. */
let held: PaymentCurrencyAmount | null = null

/** Draft, "MonetizationCurrencyAmount interface": read-only, and without a public constructor. */
export const MonetizationCurrencyAmount = asInterface(
  'MonetizationCurrencyAmount',
  class {
    readonly #held: PaymentCurrencyAmount

    constructor() {
      if (!held) throw new NativeTypeError('Illegal constructor')
      this.#held = held
      held = null
    }

    get currency(): string {
      return this.#held.currency
    }

    get value(): string {
      return this.#held.value
    }
  },
)

/** From the dictionary `PaymentCurrencyAmount` of Payment Request. */
export const toCurrencyAmount: Convert<PaymentCurrencyAmount> = (value) => {
  const currency = requiredMember(value, 'currency', toDomString)
  held = { currency, value: requiredMember(value, 'value', toDomString) }
  return new MonetizationCurrencyAmount()
}
