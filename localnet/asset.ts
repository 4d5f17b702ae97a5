/** What amounts are counted in: `scale` 9 means one unit is 10^-9 of the currency. */
export interface Asset {
  readonly code: string
  readonly scale: number
}
