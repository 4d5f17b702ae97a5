/** In the order of the local network's sites: the name under which a picture shows each, and what it gets first. */
export const SHOWN_SITES = [
  { host: 'slow-river.example', units: 620_000_000n },
  { host: 'plates.example', units: 410_000_000n },
  { host: 'weir.example', units: 270_000_000n },
  { host: 'field-notes.example', units: 90_000_000n },
] as const

/** The names of its receiving wallets, in their order. */
export const SHOWN_WALLETS = [
  'wallet.example',
  'pay.example',
  'purse.example',
  'konto.example',
  'till.example',
] as const
