import { appendFileSync } from 'node:fs'

/** What was counted in a proof: `{ kills: 660 }`. Names that several proofs share are added up. */
export type Figures = Readonly<Record<string, number | bigint>>

/**
 * Prints what a proof has counted, and hands it to the table at the end of `npm test`. Call it before the
 * figures are asserted, so that a failing proof shows its figures too.
 */
export const recordFigures = (proof: string, figures: Figures): void => {
  const counted = Object.entries(figures).map(([name, count]) => [name, String(count)] as const)
  console.log(`${proof}: ${counted.map(([name, count]) => `${name} ${count}`).join(', ')}`)
  const file = process.env['TRIBUTARY_FIGURES']
  const line = JSON.stringify({ proof, figures: Object.fromEntries(counted) })
  if (file !== undefined) appendFileSync(file, `${line}\n`)
}
