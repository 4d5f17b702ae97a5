import type { BrowserDriver } from '../browsers/driver.ts'

/** By the name of the extension in it. */
export type Drivers = ReadonlyMap<string, BrowserDriver>

/** One after the other, and each time another one first: what the machine does meanwhile meets all alike. */
export const inTurn = async <Measured>(
  all: ReadonlyMap<string, Measured>,
  round: number,
  work: (name: string, measured: Measured) => Promise<void>,
): Promise<void> => {
  const entries = [...all]
  for (const index of entries.keys()) {
    const [name, measured] = entries[(index + round) % entries.length]!
    await work(name, measured)
  }
}
