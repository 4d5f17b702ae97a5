import type { BrowserDriver } from '../browsers/driver.ts'

/** By the name of the extension in it. */
export type Drivers = ReadonlyMap<string, BrowserDriver>

/** One after the other, and each time another one first: what the machine does meanwhile meets all alike. */
export const inTurn = async (
  drivers: Drivers,
  round: number,
  work: (name: string, driver: BrowserDriver) => Promise<void>,
): Promise<void> => {
  const all = [...drivers]
  for (const index of all.keys()) {
    const [name, driver] = all[(index + round) % all.length]!
    await work(name, driver)
  }
}
