import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FromPopup, ToPopup } from '../messages/popup-port.ts'
import { openWalletLink } from './wallet-link.ts'

type Port = ReturnType<Parameters<typeof openWalletLink>[0]>

const fakePort = () => {
  const said: FromPopup[] = []
  const hear: ((message: ToPopup) => void)[] = []
  const lose: (() => void)[] = []
  const port = {
    postMessage: (message: FromPopup) => said.push(message),
    disconnect: vi.fn(),
    onMessage: { addListener: (listener: (message: ToPopup) => void) => hear.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => lose.push(listener) },
  }
  return {
    port: port as unknown as Port,
    said,
    say: (message: ToPopup) => hear.forEach((listener) => listener(message)),
    drop: () => lose.forEach((listener) => listener()),
  }
}

const heard = () => ({ onSnapshot: vi.fn(), onUnusable: vi.fn() })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('matches answers to commands by their id', async () => {
  const fake = fakePort()
  const link = openWalletLink(() => fake.port, 7, heard())
  expect(fake.said).toEqual([{ kind: 'watch', tabId: 7 }])
  const first = link.send('setBudget', { budget: '5' })
  const second = link.send('setPayments', { on: true })
  const ids = fake.said.slice(1).map((message) => (message.kind === 'command' ? message.id : ''))
  fake.say({ kind: 'answer', id: ids[1] ?? '', failure: null })
  fake.say({ kind: 'answer', id: ids[0] ?? '', failure: { code: 'not-now', field: null } })
  await expect(second).resolves.toBeNull()
  await expect(first).resolves.toEqual({ code: 'not-now', field: null })
})

it('watches again after the worker stopped, and says that pending commands are open', async () => {
  const ports = [fakePort(), fakePort()] as const
  let opened = 0
  const link = openWalletLink(() => (opened++ === 0 ? ports[0] : ports[1]).port, null, heard())
  const lost = link.send('start', { budget: '5' })
  ports[0].drop()
  await expect(lost).resolves.toEqual({ code: 'interrupted', field: null })
  await expect(link.send('start', { budget: '5' })).resolves.toMatchObject({ code: 'interrupted' })
  vi.advanceTimersByTime(100)
  expect(ports[1].said).toEqual([{ kind: 'watch', tabId: null }])
})

it('asks for sites on each port once they are shown, all of them or the first few', () => {
  const ports = [fakePort(), fakePort(), fakePort()] as const
  let opened = 0
  const link = openWalletLink(() => (ports[opened++] ?? ports[2]).port, 7, heard())
  link.showSites(true)
  ports[0].drop()
  vi.advanceTimersByTime(100)
  link.showSites(false)
  ports[1].drop()
  vi.advanceTimersByTime(200)
  const watch = { kind: 'watch', tabId: 7 }
  const [all, few] = [true, false].map((all) => ({ kind: 'sites', all }))
  expect(ports.map(({ said }) => said)).toEqual([
    [watch, all],
    [watch, all, few],
    [watch, few],
  ])
})

it('asks for the rules of all sites where somebody hears them, on each port', () => {
  const ports = [fakePort(), fakePort()] as const
  let opened = 0
  const onRules = vi.fn()
  openWalletLink(() => (opened++ === 0 ? ports[0] : ports[1]).port, null, { ...heard(), onRules })
  ports[0].drop()
  vi.advanceTimersByTime(100)
  for (const { said } of ports) expect(said.map(({ kind }) => kind)).toEqual(['watch', 'rules'])
  const rule = { origin: 'https://a.example', never: true, ratePerHour: null, monthlyCap: null }
  ports[1].say({ kind: 'rules', id: '', rules: [rule] })
  ports[1].say({ kind: 'rules', id: '', rules: [] })
  expect(onRules.mock.calls).toEqual([[[rule]], [[]]])
})

it('tries ever more slowly while the port cannot be opened, and not at all once closed', () => {
  const connect = vi.fn((): Port => {
    throw new Error('Extension context invalidated.')
  })
  const link = openWalletLink(connect, 1, heard())
  vi.advanceTimersByTime(10_000)
  const tries = connect.mock.calls.length
  expect(tries).toBeGreaterThan(3)
  expect(tries).toBeLessThan(12)
  link.close()
  vi.advanceTimersByTime(10_000)
  expect(connect).toHaveBeenCalledTimes(tries)
})

it('says that there is no wallet to speak to', () => {
  const fake = fakePort()
  const listeners = heard()
  openWalletLink(() => fake.port, 1, listeners)
  fake.say({ kind: 'unusable', why: 'newer' })
  expect(listeners.onUnusable.mock.calls).toEqual([['newer']])
  expect(listeners.onSnapshot).not.toHaveBeenCalled()
})
