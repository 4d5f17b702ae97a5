import { toCurrencyAmount } from './currency-amount.ts'
import { NativeTypeError } from './primordials.ts'
import {
  asInterface,
  type Convert,
  nullable,
  requiredMember,
  toDomString,
  toOctet,
  toUsvString,
} from './web-idl.ts'

/** Draft, "MonetizationEvent interface": the dictionary. Everything in it is required. */
export interface MonetizationEventInit extends EventInit {
  readonly amount: string | null
  readonly amountSent: { readonly currency: string; readonly value: string }
  readonly assetCode: string | null
  readonly assetScale: number | null
  readonly incomingPayment: string | null
  readonly paymentPointer: string
  readonly receipt: string | null
  /** New in the draft of 2026: what was written for earlier ones says `paymentPointer` alone. */
  readonly walletAddress?: string
}

type Values = Required<Omit<MonetizationEventInit, keyof EventInit>>

/** Reads each member once, in the order of the names, as Web IDL converts a dictionary. */
const readInit = (init: MonetizationEventInit): Values => {
  const read = <T>(name: keyof Values, convert: Convert<T>): T =>
    requiredMember(init, name, convert)
  const amount = read('amount', nullable(toDomString))
  const amountSent = read('amountSent', toCurrencyAmount)
  const assetCode = read('assetCode', nullable(toDomString))
  const assetScale = read('assetScale', nullable(toOctet))
  const incomingPayment = read('incomingPayment', nullable(toUsvString))
  const paymentPointer = read('paymentPointer', toUsvString)
  const receipt = read('receipt', nullable(toDomString))
  const { walletAddress: given } = init
  const walletAddress = given === undefined ? paymentPointer : toUsvString(given)
  return {
    amount,
    amountSent,
    assetCode,
    assetScale,
    incomingPayment,
    paymentPointer,
    receipt,
    walletAddress,
  }
}

export const MonetizationEvent = asInterface(
  'MonetizationEvent',
  class extends Event {
    readonly #values: Values

    constructor(type: string, init: MonetizationEventInit) {
      if (arguments.length < 2) throw new NativeTypeError('2 arguments required')
      super(type, init)
      this.#values = readInit(init)
    }

    get amountSent() {
      return this.#values.amountSent
    }

    get incomingPayment() {
      return this.#values.incomingPayment
    }

    get walletAddress() {
      return this.#values.walletAddress
    }

    get amount() {
      return this.#values.amount
    }

    get assetCode() {
      return this.#values.assetCode
    }

    get assetScale() {
      return this.#values.assetScale
    }

    get receipt() {
      return this.#values.receipt
    }

    get paymentPointer() {
      return this.#values.paymentPointer
    }
  },
)
