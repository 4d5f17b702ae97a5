import type { Wire } from '../browser/kit/wire.ts'
import type { SoakBooks } from './soak-books.ts'
import type { Stage } from './stage.ts'

/** What befell the wallet so far. */
export interface Troubles {
  stops: number
  cuts: number
  restarts: number
}

/** One round in so many sees a new connector. */
const RESTARTS = 1 / 15
const CUTS = 1 / 4

/** Stops the background, or ends its connection, or ends the connector itself. */
export const trouble = async (
  { browser, chance }: Stage,
  wire: Wire,
  books: SoakBooks,
  troubles: Troubles,
): Promise<void> => {
  const dice = chance.next()
  if (dice < RESTARTS) {
    await books.restartConnector()
    troubles.restarts += 1
  } else if (dice < RESTARTS + CUTS) {
    wire.cut()
    troubles.cuts += 1
  } else {
    await browser.stopBackground()
    troubles.stops += 1
  }
}
