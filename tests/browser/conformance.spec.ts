import type { Localnet } from '../../localnet/localnet.ts'
import { conformancePages, PAGES, type Receivers } from '../conformance/fill-in.ts'
import { recordFigures } from '../figures/record-figures.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

interface Row {
  /** What it checks: a heading of the draft, or of what the draft builds on. */
  readonly text: string
  readonly name: string
  readonly assertions: number
  readonly ok: boolean
  readonly message: string
}

const receiversOf = (localnet: Localnet): Receivers => {
  const [address, address2] = usdPointers(localnet)
  const pointerOf = (wanted: string) => localnet.wallets.find(({ url }) => url === wanted)!.pointer
  return { address, address2, pointer: pointerOf(address), pointer2: pointerOf(address2) }
}

for (const [name, least] of Object.entries(PAGES))
  test(`conformance: ${name}`, async ({ wallet, localnet, site, kind }) => {
    site.folder('/conformance/', conformancePages(receiversOf(localnet)))
    const page = await wallet.open(`${site.origin}/conformance/${name}.html`)
    await page.waitFor('window.results?.done', {
      what: `the results of ${name}`,
      timeoutMs: 140_000,
    })
    const rows = await page.evaluate<readonly Row[]>('results.rows')
    const assertions = rows.reduce((sum, row) => sum + row.assertions, 0)
    recordFigures('conformance pages', { [`assertions in ${kind}`]: assertions })
    expect(rows.filter(({ ok }) => !ok).map((row) => `${row.name}: ${row.message}`)).toEqual([])
    expect(rows.every(({ text }) => text.length > 0)).toBe(true)
    expect(assertions).toBeGreaterThanOrEqual(least)
  })
