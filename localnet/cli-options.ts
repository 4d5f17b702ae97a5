import { parseArgs } from 'node:util'
import { PORT_COUNT } from './port-plan.ts'
import { readCa, type OwnCa } from './read-ca.ts'

export interface CliOptions {
  readonly json: boolean
  readonly portBase?: number
  readonly data?: string
  /** A page that is to be checked and opened in a browser that pays it. */
  readonly pay?: PayOptions
}

export interface PayOptions {
  readonly url: string
  readonly headless: boolean
  readonly browser: 'chrome' | 'firefox' | null
  /** What the page's own certificate, and others, may be certified by. */
  readonly ca: OwnCa | null
}

export const USAGE = `Usage: npm run localnet -- [--json] [--port-base N] [--data DIR] [--pay URL]

  --json         print one line of JSON first, for programs; see localnet/README.md
  --port-base N  use the ${PORT_COUNT} ports from N on, instead of looking for free ones
  --data DIR     keep payment pointers, splits and what came in there, and the ports with them
  --pay URL      check a page of yours, and open it in a browser that pays it
    --headless                 no window on the screen
    --browser chrome|firefox   by default whichever is there, Chromium first
    --ca FILE                  trust the certificates in this PEM file, where the page is https
`

const HIGHEST_BASE = 65_536 - PORT_COUNT

const portBase = (given: string): number => {
  const base = /^\d+$/.test(given) ? Number(given) : NaN
  if (base >= 1024 && base <= HIGHEST_BASE) return base
  throw new Error(`--port-base takes a number from 1024 to ${HIGHEST_BASE}, not "${given}"`)
}

const payOptions = (
  url: string | undefined,
  headless: boolean,
  browser: string | undefined,
  ca: string | undefined,
): PayOptions | undefined => {
  if (url === undefined) {
    if (headless || browser !== undefined || ca !== undefined)
      throw new Error(
        '--headless, --browser and --ca go with --pay; the network itself opens no browser',
      )
    return undefined
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`--pay takes the address of a page, with http:// or https://, not "${url}"`)
  if (browser !== undefined && browser !== 'chrome' && browser !== 'firefox')
    throw new Error(`--browser takes chrome or firefox, not "${browser}"`)
  return {
    url: new URL(url).href,
    headless,
    browser: browser ?? null,
    ca: ca === undefined ? null : readCa(ca),
  }
}

/** Throws an Error that says what is wrong, in words for whoever typed the command. */
export const cliOptions = (args: string[]): CliOptions => {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      'port-base': { type: 'string' },
      data: { type: 'string' },
      pay: { type: 'string' },
      headless: { type: 'boolean', default: false },
      browser: { type: 'string' },
      ca: { type: 'string' },
    },
  })
  const { json, data, 'port-base': base } = values
  if (data === '') throw new Error('--data takes a folder')
  const pay = payOptions(values.pay, values.headless, values.browser, values.ca)
  return {
    json,
    ...(pay === undefined ? {} : { pay }),
    ...(base === undefined ? {} : { portBase: portBase(base) }),
    ...(data === undefined ? {} : { data }),
  }
}
