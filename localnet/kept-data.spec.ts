import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Announcement, BtpAccount } from './announcement.ts'
import { Closers } from './closers.ts'
import { readDebit } from './connector/read-debit.ts'
import { ask, connectTo, payAnswer, type Answer } from './testing/pay.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

const closers = new Closers()
let data: string
beforeEach(() => {
  const folder = temporaryFolder()
  closers.add(folder.remove)
  data = folder.path
})
afterEach(() => closers.closeAll())

const run = async () => {
  const args = ['--import', 'tsx', MAIN, '--json', '--data', data]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  closers.add(kill)
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => first as string),
    exited.then(([code]) => Promise.reject(new Error(`localnet ended with exit code ${code}`))),
  ])
  return { announcement: JSON.parse(line) as Announcement, kill }
}

const post = async (home: string, path: string, body: unknown) => {
  const response = await fetch(new URL(path, home), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, json: (await response.json()) as { url: string } }
}

const received = async (url: string): Promise<bigint> =>
  BigInt(((await (await fetch(`${url}/record`)).json()) as { received: string }).received)

const UNITS = 1_000n

/** Pays packet after packet, until one gets no answer. */
const keepPaying = async (account: BtpAccount, answer: Answer) => {
  const connection = await connectTo(account, answer)
  const paying = { fulfilled: 0n, sent: 0n }
  const stream = connection.createStream()
  for (const end of [connection, stream]) end.on('error', () => undefined)
  const go = async () => {
    for (;;) {
      paying.sent += UNITS
      await stream.sendTotal(paying.sent.toString())
      paying.fulfilled = BigInt(connection.totalSent)
    }
  }
  go().catch(() => undefined)
  closers.add(() => void connection.destroy().catch(() => undefined))
  return paying
}

test('killed in the midst of payments, it has everything that was fulfilled', async () => {
  const { announcement, kill } = await run()
  const { btp, home, wallets, admin } = announcement
  const [dollars, euros] = [btp[0]!, btp[1]!]
  const kept = (await post(home.url, '/pointers', { name: 'kept', asset: 'USD/9' })).json.url
  const other = wallets.find(({ asset }) => asset.code === 'EUR')!.url
  const shares = [
    { pointer: kept, weight: 1 },
    { pointer: other, weight: 2 },
  ]
  expect((await post(home.url, '/splits', { name: 'both', shares })).status).toBe(201)
  // One of each kind of receiver.
  const [outstanding, outstandingToo] = [await ask(kept), await ask(other)]
  await payAnswer(dollars, outstanding, UNITS)
  await payAnswer(euros, outstandingToo, UNITS)

  const paying = [
    {
      url: kept,
      before: UNITS,
      entry: 'usd',
      of: await keepPaying(dollars, await ask(kept)),
    },
    { url: other, before: UNITS, entry: 'eur', of: await keepPaying(euros, await ask(other)) },
  ]
  const ledger = new Map<string, bigint>()
  await expect
    .poll(
      async () => {
        for (const { entry } of paying) ledger.set(entry, -(await readDebit(admin, entry)))
        return Math.min(...paying.map(({ of }) => Number(of.fulfilled / UNITS)))
      },
      { interval: 5 },
    )
    .toBeGreaterThan(40)
  await kill()
  // Its connector ends when it notices, and gives the ports back.
  await expect.poll(() => readDebit(admin, 'usd').catch(() => null)).toBeNull()
  // What payers learnt while the process died belongs to it as well.
  const claims = paying.map(({ url, before, entry, of }) => ({ url, before, entry, ...of }))

  const again = await run()
  expect(again.announcement).toEqual(announcement)
  for (const { url, before, entry, fulfilled, sent } of claims) {
    const there = await received(url)
    expect(there).toBeGreaterThanOrEqual(before + fulfilled)
    expect(there).toBeGreaterThanOrEqual(ledger.get(entry)!)
    // At most the packet whose answer did not get out.
    expect(there).toBeLessThanOrEqual(before + sent)
  }

  // Who had an SPSP answer in hand pays on with it. The receipts of one go on from where they were; the other counts
  // its connections in memory.
  const before = [await received(kept), await received(other)]
  expect((await payAnswer(dollars, outstanding, 500n)).receipt).toBe(UNITS + 500n)
  expect((await payAnswer(euros, outstandingToo, 500n)).receipt).toBe(500n)
  expect([await received(kept), await received(other)]).toEqual(before.map((was) => was + 500n))
  // The split is back, and its name taken.
  expect((await post(home.url, '/splits', { name: 'both', shares })).status).toBe(422)
  expect((await ask(new URL('/both', home.url).href)).destination_account).toMatch(/^test\./)
})
