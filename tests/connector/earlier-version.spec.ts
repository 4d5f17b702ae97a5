import { readFileSync } from 'node:fs'
import { openDB } from 'idb'
import { expect, it } from 'vitest'
import { openDatabase } from '../../extension/storage/database.ts'
import { createJournalStore } from '../../extension/storage/journal-store.ts'
import { createNodeWallet, freshDisk, keepLocal } from './node-wallet.ts'

interface Kept {
  /** Of the database. */
  readonly version: number
  readonly at: number
  /** `storage.local`. */
  readonly local: Readonly<Record<string, unknown>>
  readonly stores: Readonly<Record<string, readonly (readonly [IDBValidKey, unknown])[]>>
}

/** As that version kept it, in the midst of paying: three sites, one of them deleted, and one packet on its way. */
const readKept = (name: string): Kept =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'), (_key, value: unknown) => {
    const { bigint } = (value ?? {}) as { bigint?: string }
    return bigint === undefined ? value : BigInt(bigint)
  }) as Kept

const layOut = async ({ version, stores, local }: Kept): Promise<void> => {
  freshDisk()
  await keepLocal(local)
  const database = await openDB('tributary', version, {
    upgrade(database) {
      for (const name of Object.keys(stores)) database.createObjectStore(name)
    },
  })
  for (const [name, rows] of Object.entries(stores))
    for (const [key, value] of rows) await database.put(name, value, key)
  database.close()
}

it('goes on where an earlier version was replaced in the midst of a payment', async () => {
  const kept = readKept('storage-3.json')
  await layOut(kept)
  const node = await createNodeWallet({ ms: kept.at - Date.now() })
  const { setup, payments, budget, sites, connections, pageDays, developerMode, ratePerHour } =
    await node.until('the sites were read', ({ sites }) => sites !== null)
  expect({ setup, payments, pageDays, developerMode, ratePerHour }).toEqual({
    setup: 'done',
    payments: true,
    pageDays: 30,
    developerMode: true,
    ratePerHour: '36000000000',
  })
  // What was on its way is in doubt, and stays counted.
  expect(budget).toMatchObject({
    limit: '5000000000',
    spent: '46100000',
    reserved: '0',
    inDoubt: '2305000',
    left: '4951595000',
    period: '2026-11',
  })
  const USD = { code: 'USD', scale: 9 }
  const paid = (origin: string, sent: string, inDoubt = '0') => ({
    origin,
    sent,
    inDoubt,
    delivered: [{ asset: USD, amount: sent }],
  })
  expect(sites).toEqual([
    paid('https://blog.example', '20180000'),
    paid('https://news.example', '5620000', '2305000'),
  ])
  const rows = await createJournalStore(await openDatabase()).readSites(connections[0]!.id)
  expect(rows.get('')?.posted).toBe(46_100_000n - 20_180_000n - 5_620_000n)
  expect(node.wallet.siteRules()).toEqual([
    {
      origin: 'https://blog.example',
      never: false,
      ratePerHour: '10000000000',
      monthlyCap: '2000000000',
    },
  ])
  // Once more: what this version has written since, it reads itself.
  const again = await createNodeWallet({ ms: kept.at - Date.now() })
  const after = await again.until('the sites were read', ({ sites }) => sites !== null)
  expect([after.budget, after.sites]).toEqual([budget, sites])
})

it('is let in by no database of a later version, and changes nothing there', async () => {
  const kept = readKept('storage-3.json')
  await layOut({ ...kept, version: 99 })
  await expect(createNodeWallet()).rejects.toThrow(
    expect.objectContaining({ name: 'VersionError' }),
  )
  const database = await openDB('tributary')
  expect(database.version).toBe(99)
  for (const [name, rows] of Object.entries(kept.stores)) {
    const keys = await database.getAllKeys(name)
    const values = (await database.getAll(name)) as unknown[]
    expect(keys.map((key, index) => [key, values[index]])).toEqual(rows)
  }
  database.close()
})
