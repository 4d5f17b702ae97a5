import { parseArgs } from 'node:util'
import { PORT_COUNT } from './port-plan.ts'

export interface CliOptions {
  readonly json: boolean
  readonly portBase?: number
}

export const USAGE = `Usage: npm run localnet -- [--json] [--port-base N]

  --json         print one line of JSON first, for programs; see localnet/README.md
  --port-base N  use the ${PORT_COUNT} ports from N on, instead of looking for free ones
`

const HIGHEST_BASE = 65_536 - PORT_COUNT

/** Throws an Error that says what is wrong, in words for whoever typed the command. */
export const cliOptions = (args: string[]): CliOptions => {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false }, 'port-base': { type: 'string' } },
  })
  const given = values['port-base']
  if (given === undefined) return { json: values.json }
  const portBase = /^\d+$/.test(given) ? Number(given) : NaN
  if (!(portBase >= 1024 && portBase <= HIGHEST_BASE)) {
    throw new Error(`--port-base takes a number from 1024 to ${HIGHEST_BASE}, not "${given}"`)
  }
  return { json: values.json, portBase }
}
