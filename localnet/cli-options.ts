import { parseArgs } from 'node:util'
import { PORT_COUNT } from './port-plan.ts'

export interface CliOptions {
  readonly json: boolean
  readonly portBase?: number
  readonly data?: string
}

export const USAGE = `Usage: npm run localnet -- [--json] [--port-base N] [--data DIR]

  --json         print one line of JSON first, for programs; see localnet/README.md
  --port-base N  use the ${PORT_COUNT} ports from N on, instead of looking for free ones
  --data DIR     keep payment pointers, splits and what came in there, and the ports with them
`

const HIGHEST_BASE = 65_536 - PORT_COUNT

const portBase = (given: string): number => {
  const base = /^\d+$/.test(given) ? Number(given) : NaN
  if (base >= 1024 && base <= HIGHEST_BASE) return base
  throw new Error(`--port-base takes a number from 1024 to ${HIGHEST_BASE}, not "${given}"`)
}

/** Throws an Error that says what is wrong, in words for whoever typed the command. */
export const cliOptions = (args: string[]): CliOptions => {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      'port-base': { type: 'string' },
      data: { type: 'string' },
    },
  })
  const { json, data, 'port-base': base } = values
  if (data === '') throw new Error('--data takes a folder')
  return {
    json,
    ...(base === undefined ? {} : { portBase: portBase(base) }),
    ...(data === undefined ? {} : { data }),
  }
}
