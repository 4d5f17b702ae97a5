import { randomBytes } from 'node:crypto'
import { openDB } from 'idb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Localnet } from '../../localnet/localnet.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { refusesOrigins, type OddConnector } from '../browser/kit/odd-connectors.ts'
import { recordFigures } from '../figures/record-figures.ts'
import { openEar, type Ear } from './ear.ts'
import { createNodeWallet, freshDisk, type NodeWallet } from './node-wallet.ts'

/** Signs that are written otherwise in URLs, JSON and base64. */
const CANARY = `canary/${randomBytes(12).toString('hex')}+&"ü=`

let localnet: Localnet
let shut: OddConnector
let ear: Ear
beforeAll(async () => {
  localnet = await startLocalnet()
  shut = await refusesOrigins()
})
afterAll(async () => {
  await shut.close()
  await localnet.stop()
})
beforeEach(freshDisk)

/** The ways in which a secret might be written down. */
const formsOf = (secret: Buffer): string[] => {
  // In the midst of other bytes its base64 depends on where it begins.
  const within = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), secret])
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  )
  const urlSafe = within.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  const decimal = [...secret].join(',')
  const hex = secret.toString('hex')
  return [...within, ...urlSafe, decimal, hex, hex.toUpperCase()]
}
const formsOfText = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  encodeURI(secret),
  ...formsOf(Buffer.from(secret)),
]

const wallet = (): Promise<NodeWallet> =>
  createNodeWallet({ ms: 0 }, (ports) =>
    ear.through({
      ...ports,
      openSocket: (url) =>
        url.startsWith(shut.url)
          ? (new WebSocket(url, { origin: 'https://elsewhere.example' }) as never)
          : ports.openSocket(url),
    }),
  )
const page = (more = 0) => ({
  tab: 1,
  site: 'https://blog.example',
  visible: true,
  tags: localnet.wallets
    .slice(0, 2 + more)
    .map(({ pointer }, index) => ({ id: `tag ${index}`, address: pointer })),
})
const tried = async (what: string, command: Promise<unknown>): Promise<unknown> => {
  const outcome = await command.catch((why: unknown) => why)
  ear.note('outcomes of commands', { what, outcome })
  return outcome
}
const look = ({ wallet }: NodeWallet): void => {
  for (const tab of [null, 1, 2]) ear.note('snapshots', wallet.snapshot(tab))
}
const flows = (node: NodeWallet, packets: number) =>
  node.until('it flows', (snapshot) => {
    ear.note('snapshots', snapshot)
    return (snapshot.page?.tags[0]?.packets ?? 0) >= packets
  })
const settled = async (node: NodeWallet): Promise<void> => {
  await node.until('nothing is on its way', ({ budget }) => budget?.reserved === '0')
}

/** Each with a connection of its own that carries the canary; those that fail are tried first. */
const connect = async (node: NodeWallet): Promise<void> => {
  const { url, username } = localnet.btp[0] ?? { url: '', username: '' }
  const mine = { address: url, username: 'canary', token: CANARY, developerMode: true }
  const inside = `//me:${encodeURIComponent(CANARY)}@`
  const attempts: [string, Partial<typeof mine>][] = [
    ['token-refused', { username }],
    ['origin-refused', { address: shut.url }],
    ['unreachable', { address: 'ws://127.0.0.1:1' }],
    ['address-insecure', { address: `ws:${inside}connector.example`, token: '' }],
    ['address-malformed', { address: `ftp:${inside}connector.example`, token: '' }],
    // Over HTTP it would be no sound header, and so it stays here.
    ['token-refused', { address: `http:${inside}127.0.0.1:1/ilp`, token: '' }],
    ['address-malformed', { address: `wss:${inside}[connector`, token: '' }],
  ]
  for (const [failure, change] of attempts) {
    expect(await tried(failure, node.wallet.commands.connect({ ...mine, ...change }))).toBe(failure)
    look(node)
  }
  const address = url.replace('//', `//canary:${encodeURIComponent(CANARY)}@`)
  const whole = { ...mine, address, username: '', token: '' }
  expect(await tried('connect', node.wallet.commands.connect(whole))).toBeNull()
}

/** Everything that people and the network do to a wallet, once. */
const runThrough = async (): Promise<void> => {
  const first = await wallet()
  const { commands } = first.wallet
  await connect(first)
  expect(await tried('rate', commands.setRate(CANARY))).toBe('amount-malformed')
  await tried('rate', commands.setRate('360'))
  await tried('start', commands.start('5'))
  first.wallet.setDocument('a', page())
  await flows(first, 2)
  ear.sockets.at(-1)?.close()
  await first.until('the cut is seen', ({ page }) => page?.tags[0]?.state !== 'paying')
  await flows(first, 4)
  await tried('budget', commands.setBudget('7'))
  await tried('off', commands.setPayments(false))
  await settled(first)
  await tried('on', commands.setPayments(true))
  await tried('developer', commands.setDeveloperMode(true))
  await tried('export', commands.exportBook())
  first.wallet.removeDocument('a')
  await settled(first)
  look(first)
  for (const told of first.news) ear.note('news', told)

  const rows = await openDB('tributary')
  await rows.delete('journal', (await rows.getAllKeys('journal')).at(-1) ?? '')
  rows.close()
  const again = await wallet()
  again.wallet.setDocument('a', page(1))
  await again.until('the damage is seen', ({ page }) => page?.tags[0]?.reason === 'book-damaged')
  look(again)
  await tried('export', again.wallet.commands.exportBook())
  expect(await tried('repair', again.wallet.commands.repairBook())).toBeNull()
  await flows(again, 2)
  await tried('export', again.wallet.commands.exportBook())
  again.wallet.removeDocument('a')
  await settled(again)
  for (const told of again.news) ear.note('news', told)
  expect(ear.settings()).toContain(JSON.stringify(CANARY))
  ear.note('database', await databaseWithout('settings'))
  await keepAnother(again)
  await tried('forget', again.wallet.commands.forgetConnection())
  look(again)
}

/** Another one is used, and the first is kept for a while. */
const keepAnother = async (node: NodeWallet): Promise<void> => {
  const { commands } = node.wallet
  const address = localnet.btp[1]?.url ?? ''
  const input = { address, username: 'canary', token: CANARY, use: true }
  expect(await tried('add', commands.addConnection(input))).toBeNull()
  const id = node.wallet.snapshot(null).connections.find(({ inUse }) => !inUse)?.id ?? ''
  look(node)
  expect(await tried('test', commands.testConnection(id))).toBeNull()
  await tried('export', commands.exportSettings(false))
  expect(await tried('name', commands.renameConnection(id, CANARY.repeat(3)))).toBe('name-too-long')
  expect(await tried('remove', commands.removeConnection(id))).toBeNull()
}

const databaseWithout = async (name: string): Promise<unknown> => {
  const rows = await openDB('tributary')
  const names = [...rows.objectStoreNames].filter((one) => one !== name)
  const all = await Promise.all(names.map(async (one) => [one, await rows.getAll(one)]))
  rows.close()
  return all
}

it('keeps the access token and the shared secrets where they belong', async () => {
  ear = openEar()
  try {
    await runThrough()
  } finally {
    ear.stop()
  }
  const { heard, sockets, bodies } = ear
  const shared = bodies.map((body) => (JSON.parse(body) as { shared_secret: string }).shared_secret)
  const secrets = [
    ...formsOfText(CANARY),
    ...shared.flatMap((text) => [...formsOfText(text), ...formsOf(Buffer.from(text, 'base64'))]),
  ]
  /** However deep in JSON within JSON a text lies, and so however often it is escaped. */
  const holdsSecret = (text: string): boolean => {
    const plain = text.replaceAll('\\', '')
    return secrets.some((secret) => plain.includes(secret))
  }
  const found = [...heard].flatMap(([place, texts]) =>
    texts.filter(holdsSecret).map((text) => `${place}: ${text.slice(0, 80)}`),
  )
  const texts = [...heard.values()].reduce((sum, all) => sum + all.length, 0)
  const frames = sockets.reduce((sum, { sent }) => sum + sent.length, 0)
  recordFigures('Canary', {
    'texts searched': texts,
    'frames searched': frames,
    secrets: shared.length + 1,
  })
  expect(found).toEqual([])

  // In exactly one frame of each connection that was opened: the first.
  const opened = sockets.filter(({ sent }) => sent.length > 0)
  expect(opened.map(({ sent }) => sent.map((frame) => frame.includes(CANARY)))).toEqual(
    opened.map(({ sent }) => sent.map((_, index) => index === 0)),
  )
  for (const text of shared) {
    const forms = [text, Buffer.from(text, 'base64')]
    const leaks = opened.some(({ sent }) =>
      sent.some((frame) => forms.some((form) => frame.includes(form))),
    )
    expect(leaks).toBe(false)
  }
  expect(ear.settings()).not.toContain('canary/')

  // That all of it was really heard.
  expect(opened.length).toBeGreaterThanOrEqual(4)
  expect(shared.length).toBeGreaterThanOrEqual(5)
  for (const place of [
    'snapshots',
    'news',
    'outcomes of commands',
    'journal',
    'mirror',
    'queries',
    'database',
  ]) {
    expect(heard.get(place)?.length ?? 0, place).toBeGreaterThan(0)
  }
  expect(heard.get('thrown') ?? []).toEqual([])
})
