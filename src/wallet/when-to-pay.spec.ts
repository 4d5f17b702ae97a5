import { expect, it } from 'vitest'
import { randomBytes as random } from '../../extension/ports/random-bytes.ts'
import { createMemoryJournalStore } from '../ledger/testing/memory-journal-store.ts'
import type { Clock, EpochMs, MonoMs } from '../ports/clock.ts'
import { DEFAULT_SETTINGS, settingsToJson } from './settings.ts'
import { PAUSE_MS } from './pause.ts'
import { createWallet } from './wallet.ts'
import { testConnection } from './testing/test-connection.ts'

const NOW = 1_700_000_000_000
const AWAY = { away: true, audible: new Set<number>() }

/** A wallet with one page on tab 1, in a world where time stands still and no network answers. */
const start = async ({ visible }: { visible: boolean }) => {
  let now = NOW
  const timers: { at: number; call: () => void }[] = []
  const clock: Clock = {
    wall: () => now as EpochMs,
    mono: () => now as MonoMs,
    after(ms, call) {
      const timer = { at: now + ms, call }
      timers.push(timer)
      return () => void (timer.at = Infinity)
    },
  }
  let saved: unknown = settingsToJson({
    ...DEFAULT_SETTINGS,
    connection: testConnection(),
  })
  const journals = createMemoryJournalStore()
  const socket = { binaryType: '', onopen: null, onclose: null, onerror: null, onmessage: null }
  const open = async () => {
    const wallet = await createWallet(
      {
        clock,
        random,
        journals,
        mirrors: { load: () => Promise.resolve(undefined), save: () => Promise.resolve() },
        settings: {
          load: () => Promise.resolve(saved),
          save(settings) {
            saved = settings
            return Promise.resolve()
          },
        },
        httpPost: () => new Promise(() => {}),
        openSocket: () => ({ ...socket, send: () => {}, close: () => {} }),
        httpGet: () => new Promise(() => {}),
      },
      { onNews: () => {}, onChange: () => {} },
    )
    const site = 'https://site.example'
    const tags = [{ id: 'tag', address: 'https://wallet.example/' }]
    wallet.setDocument('page', { tab: 1, site, visible, tags })
    return wallet
  }
  const wallet = await open()
  await wallet.commands.start('5')
  return {
    wallet,
    reason: (of = wallet) => of.snapshot(1).page?.tags[0]?.reason,
    /** As after the host was stopped. */
    again: open,
    pass: (ms: number) => {
      now += ms
      for (const timer of timers) {
        if (timer.at > now) continue
        timer.at = Infinity
        timer.call()
      }
    },
    set: (to: number) => void (now = to),
  }
}

it('pauses for an hour, and goes on by itself', async () => {
  const { wallet, reason, pass } = await start({ visible: true })
  expect(reason()).toBe('connecting')
  await wallet.commands.pause()
  expect(reason()).toBe('paused')
  expect(wallet.snapshot(null).pausedUntil).toBe(NOW + PAUSE_MS)
  pass(PAUSE_MS - 1)
  expect(reason()).toBe('paused')
  pass(1)
  expect(reason()).toBe('connecting')
  expect(wallet.snapshot(null).pausedUntil).toBeNull()
})

it('goes on earlier where the user says so', async () => {
  const { wallet, reason } = await start({ visible: true })
  await wallet.commands.pause()
  await wallet.commands.setPayments(true)
  expect(reason()).toBe('connecting')
})

it('keeps a pause through a restart', async () => {
  const { wallet, reason, again } = await start({ visible: true })
  await wallet.commands.pause()
  expect(reason(await again())).toBe('paused')
})

it('is not kept from paying for days by a clock that was set back', async () => {
  const { wallet, reason, again, set } = await start({ visible: true })
  await wallet.commands.pause()
  set(NOW - 5 * 24 * PAUSE_MS)
  expect(reason(await again())).toBe('connecting')
})

it('pays a hidden tab that plays audio only where that was chosen', async () => {
  const { wallet, reason } = await start({ visible: false })
  const playing = { away: false, audible: new Set([1]) }
  wallet.setPresence(playing)
  expect(reason()).toBe('hidden')
  await wallet.commands.setHabits({ payAudible: true })
  expect(reason()).toBe('connecting')
  wallet.setPresence({ ...playing, audible: new Set([2]) })
  expect(reason()).toBe('hidden')
})

it('pays nobody while the user is away, where that was chosen, but what is listened to', async () => {
  const { wallet, reason } = await start({ visible: true })
  wallet.setPresence(AWAY)
  expect(reason()).toBe('connecting')
  await wallet.commands.setHabits({ idlePause: true })
  expect(reason()).toBe('idle')
  wallet.setPresence({ ...AWAY, audible: new Set([1]) })
  expect(reason()).toBe('connecting')
})

it('warns of a share that is a whole percent from 1 to 100', async () => {
  const { wallet } = await start({ visible: true })
  const { commands } = wallet
  expect(await commands.setSiteShare('25')).toBeNull()
  for (const wrong of ['0', '101'])
    expect(await commands.setSiteShare(wrong)).toBe('share-out-of-range')
  for (const wrong of ['', 'half', '12.5'])
    expect(await commands.setSiteShare(wrong)).toBe('amount-malformed')
  expect(wallet.snapshot(null).habits.siteShare).toBe(25)
})

it('sees every tab at a glance', async () => {
  const { wallet } = await start({ visible: true })
  const { ready, payments, reason, tabs } = wallet.glance()
  expect({ ready, payments, reason }).toEqual({ ready: true, payments: true, reason: null })
  expect([...tabs]).toEqual([
    [
      1,
      {
        documents: 'page',
        site: 'https://site.example',
        tags: [{ state: 'waiting', reason: 'connecting' }],
      },
    ],
  ])
})
