const inside = Symbol()

/** Draft, "MonetizationCurrencyAmount": read-only, and without a public constructor. */
export class MonetizationCurrencyAmount {
  readonly #currency: string
  readonly #value: string

  constructor(from: unknown, currency: string, value: string) {
    if (from !== inside) throw new TypeError('Illegal constructor')
    this.#currency = currency
    this.#value = value
  }

  get currency(): string {
    return this.#currency
  }

  get value(): string {
    return this.#value
  }

  get [Symbol.toStringTag](): string {
    return 'MonetizationCurrencyAmount'
  }
}

export interface MonetizationEventInit extends EventInit {
  readonly amountSent?: { readonly currency: string; readonly value: string } | null
  readonly paymentPointer?: string
  readonly incomingPayment?: string | null
  readonly amount?: string
  readonly assetCode?: string
  readonly assetScale?: number
  readonly receipt?: string | null
}

/** Draft, "MonetizationEvent", with the deprecated attributes that STREAM has values for. */
export class MonetizationEvent extends Event {
  readonly #init: MonetizationEventInit
  readonly #amountSent: MonetizationCurrencyAmount | null

  constructor(type: string, init: MonetizationEventInit = {}) {
    super(type, init)
    const { amountSent } = init
    this.#init = { ...init }
    this.#amountSent = amountSent
      ? new MonetizationCurrencyAmount(inside, amountSent.currency, amountSent.value)
      : null
  }

  get amountSent(): MonetizationCurrencyAmount | null {
    return this.#amountSent
  }

  get paymentPointer(): string {
    return this.#init.paymentPointer ?? ''
  }

  /** A STREAM payment has none. */
  get incomingPayment(): string | null {
    return this.#init.incomingPayment ?? null
  }

  get amount(): string {
    return this.#init.amount ?? ''
  }

  get assetCode(): string {
    return this.#init.assetCode ?? ''
  }

  get assetScale(): number {
    return this.#init.assetScale ?? 0
  }

  get receipt(): string | null {
    return this.#init.receipt ?? null
  }

  get [Symbol.toStringTag](): string {
    return 'MonetizationEvent'
  }
}
