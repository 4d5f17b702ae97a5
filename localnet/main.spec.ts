import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Announcement } from './announcement.ts'
import { PORT_COUNT } from './port-plan.ts'
import { announced, groupLives, pressCtrlC, runLocalnet } from './testing/run-localnet.ts'

const listens = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

const listening = async (base: number): Promise<number> => {
  const ports = Array.from({ length: PORT_COUNT }, (_, i) => base + i)
  return (await Promise.all(ports.map(listens))).filter(Boolean).length
}

/** It looks for free ports itself, and again where another takes one of them meanwhile. */
const baseOf = ({ btp: [first] }: Announcement): number => Number(new URL(first!.url).port)

describe.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('%s', (signal) => {
  test('leaves no process and nothing that listens', async () => {
    const child = runLocalnet(['--json'])
    const base = baseOf(await announced(child))
    // All but the https port, which has nothing to serve without a certificate.
    expect(await listening(base)).toBe(PORT_COUNT - 1)
    const exited = once(child, 'exit')
    if (signal === 'SIGINT') pressCtrlC(child)
    else child.kill(signal)
    expect(await exited).toEqual(signal === 'SIGKILL' ? [null, signal] : [0, null])
    // Killed outright, it cannot wait for its connector, which then ends by itself.
    await expect.poll(() => groupLives(child)).toBe(false)
    expect(await listening(base)).toBe(0)
  })
})

test('--json prints one line in the shape that programs rely on', async () => {
  const child = runLocalnet(['--json'])
  const announcement = await announced(child)
  expect(Object.keys(announcement)).toEqual([
    'version',
    'btp',
    'http',
    'admin',
    'wallets',
    'sites',
    'verifier',
    'home',
  ])
  expect(announcement.version).toBe(1)
  expect(announcement.btp[0]).toMatchObject({
    username: 'reader',
    token: 'play-money-usd',
    asset: { code: 'USD', scale: 9 },
    entry: 'wallet',
  })
  expect(announcement.http).toEqual([
    {
      url: `http://127.0.0.1:${new URL(announcement.http[0]?.url ?? '').port}/ilp`,
      username: 'reader',
      token: 'play-money-http',
      asset: { code: 'USD', scale: 9 },
      entry: 'wallet-http',
    },
  ])
  expect(announcement.wallets).toHaveLength(10)
  expect(announcement.sites).toHaveLength(4)
  expect(announcement.verifier.pointers.map(({ wallet }) => wallet)).toEqual(
    announcement.wallets.map(({ url }) => url),
  )
  child.kill('SIGINT')
  await once(child, 'exit')
})

test.each([
  [['--nonsense'], '--nonsense'],
  [['--port-base', 'high'], '--port-base takes a number'],
  [['--port-base', '65535'], '--port-base takes a number'],
  [['surplus'], 'surplus'],
])('%j is a usage error', async (args, words) => {
  const child = runLocalnet(args)
  let said = ''
  child.stderr.on('data', (data) => (said += String(data)))
  expect(await once(child, 'close')).toEqual([2, null])
  expect(said).toContain(words)
  expect(said).toContain('Usage:')
})

test('a taken port is named', async () => {
  const first = runLocalnet(['--json'])
  const base = baseOf(await announced(first))
  const second = runLocalnet(['--json', '--port-base', String(base)])
  let said = ''
  second.stderr.on('data', (data) => (said += String(data)))
  expect(await once(second, 'close')).toEqual([1, null])
  expect(said).toContain('EADDRINUSE')
  first.kill('SIGINT')
  await once(first, 'exit')
})
