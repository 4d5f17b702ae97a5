import { parseArgs } from 'node:util'
import type { BrowserKind } from '../browsers/browser-kind.ts'
import { parseAmount } from '../src/money/parse-amount.ts'
import { ACCOUNT_ASSET } from './account-asset.ts'

export interface DemoOptions {
  readonly headless: boolean
  /** By default whichever is there. */
  readonly browser: BrowserKind | undefined
  /** By default until Ctrl-C. */
  readonly seconds: number | undefined
  /** In the smallest unit, as is the rate an hour. */
  readonly budget: bigint | undefined
  readonly rate: bigint | undefined
  readonly profile: string | undefined
  readonly json: boolean
}

export const USAGE = `Usage: npm start -- [options]

  --headless                 no window on the screen
  --browser chrome|firefox   by default whichever is there, Chromium first
  --seconds N                pay for N seconds, then compare the books and end; by default until Ctrl-C
  --budget N                 the month's budget in ${ACCOUNT_ASSET.code}
  --rate N                   ${ACCOUNT_ASSET.code} an hour
  --profile DIR              keep the browser's profile, and the wallet in it, in DIR
  --json                     print the result as JSON, as the last line of stdout
`

/** Throws an Error that says what is wrong, in words for whoever typed the command. */
export const demoOptions = (args: readonly string[]): DemoOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      browser: { type: 'string' },
      seconds: { type: 'string' },
      budget: { type: 'string' },
      rate: { type: 'string' },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  if (values.profile === '') throw new Error('--profile takes a folder')
  return {
    headless: values.headless,
    browser: browserKind(values.browser),
    seconds: seconds(values.seconds),
    budget: amount('--budget', values.budget),
    rate: amount('--rate', values.rate),
    profile: values.profile,
    json: values.json,
  }
}

const browserKind = (text: string | undefined): BrowserKind | undefined => {
  if (text === undefined || text === 'chrome' || text === 'firefox') return text
  throw new Error(`--browser takes chrome or firefox, not "${text}"`)
}

const seconds = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const number = /^\d{1,7}(\.\d+)?$/.test(text) ? Number(text) : 0
  if (number > 0) return number
  throw new Error(`--seconds takes a number above 0, not "${text}"`)
}

const amount = (flag: string, text: string | undefined): bigint | undefined => {
  if (text === undefined) return undefined
  const { code, scale } = ACCOUNT_ASSET
  const units = parseAmount(text, scale)
  if (typeof units === 'bigint') return units
  throw new Error(`${flag} takes an amount in ${code} with up to ${scale} decimals, not "${text}"`)
}
