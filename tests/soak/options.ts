import { parseArgs } from 'node:util'
import type { BrowserKind } from '../../browsers/browser-kind.ts'

export interface SoakOptions {
  readonly minutes: number
  readonly kind: BrowserKind
  /** The same seed chooses the same acts; the machine chooses what they meet. */
  readonly seed: number
  /** Where the figures go. */
  readonly json: string | undefined
}

/** Throws, in words for whoever typed them, where the arguments are not understood. */
export const soakOptions = (args: readonly string[]): SoakOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '60' },
      browser: { type: 'string', default: 'chrome' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      json: { type: 'string' },
    },
  })
  const { minutes, browser, seed, json } = values
  if (!(Number(minutes) > 0)) throw new Error(`--minutes takes a number above 0, not "${minutes}"`)
  if (browser !== 'chrome' && browser !== 'firefox')
    throw new Error(`--browser takes chrome or firefox, not "${browser}"`)
  return { minutes: Number(minutes), kind: browser, seed: Number(seed), json }
}
