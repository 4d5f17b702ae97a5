declare const epochBrand: unique symbol
declare const monoBrand: unique symbol

/** Wall time, milliseconds since 1970. For packet expiry and the journal; a user can set it to anything. */
export type EpochMs = number & { readonly [epochBrand]: true }

/** Monotonic time in milliseconds from an arbitrary start. The only time that pacing and deadlines may use. */
export type MonoMs = number & { readonly [monoBrand]: true }

export type Cancel = () => void

export interface Clock {
  wall(): EpochMs
  mono(): MonoMs
  /** Calls once, not before `ms` monotonic milliseconds have passed. */
  after(ms: number, call: () => void): Cancel
}
