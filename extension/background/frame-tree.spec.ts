import { beforeEach, expect, it } from 'vitest'
import type { DocumentDoor } from '../messages/doors.ts'
import type { FromFrame, ToFrame } from '../messages/frame-port.ts'
import { createFrameTree, type FrameTree } from './frame-tree.ts'
import { BARRED, type Verdict } from './frame-verdict.ts'

const A = 'https://a.example'
const B = 'https://b.example'

const doorOf = (frame: number, origin: string, url = `${origin}/`): DocumentDoor => ({
  tab: 1,
  frame,
  documentId: `document ${frame}`,
  url,
  origin,
})
const allowing = (allow: string | null, src: string | null = `${B}/`) => ({
  iframe: { allow, src, srcdoc: src === null },
})

/** A document with our content script in it, as the background knows it. */
interface FakeDocument {
  readonly heard: ToFrame[]
  say(message: unknown): void
  leave(): void
}

let tree: FrameTree
/** Which frame is around which; what the browser does not know is missing. */
let parents: Map<number, number>
let calls: number[]
let deaf: Set<number>
let rests: { readonly ms: number; readonly end: () => void }[]
let tokens: number

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

const open = (door: DocumentDoor): FakeDocument => {
  const heard: ToFrame[] = []
  const onMessage: ((message: unknown) => void)[] = []
  const onDisconnect: (() => void)[] = []
  tree.admit(
    {
      postMessage: (message: ToFrame) => heard.push(message),
      onMessage: {
        addListener: (listener: (message: unknown) => void) => onMessage.push(listener),
      },
      onDisconnect: { addListener: (listener: () => void) => onDisconnect.push(listener) },
    } as unknown as Parameters<FrameTree['admit']>[0],
    door,
  )
  return {
    heard,
    say: (message) => onMessage.forEach((listener) => listener(message)),
    leave: () => onDisconnect.forEach((listener) => listener()),
  }
}
const watch = (door: DocumentDoor): Verdict[] => {
  const verdicts: Verdict[] = []
  tree.watch(door, (verdict) => verdicts.push(verdict))
  return verdicts
}
const holds = (token: string, element: object, policies: readonly string[] = []): FromFrame =>
  ({ kind: 'holds', token, element, policies }) as FromFrame

beforeEach(() => {
  parents = new Map([
    [7, 0],
    [8, 7],
    [9, 0],
  ])
  calls = []
  deaf = new Set()
  rests = []
  tokens = 0
  tree = createFrameTree(
    {
      call: (_, frame) => {
        calls.push(frame)
        return deaf.has(frame) ? Promise.reject(new Error('nobody')) : Promise.resolve()
      },
      parentOf: ({ frame }) => Promise.resolve(parents.get(frame) ?? null),
      rest: (ms) => new Promise((end) => rests.push({ ms, end })),
    },
    () => `token ${(tokens += 1)}`,
  )
})

/** A page on `a` with a frame on `b`. */
const scene = async () => {
  const door = doorOf(7, B)
  const verdicts = watch(door)
  const child = open(door)
  await settled()
  const top = open(doorOf(0, A))
  await settled()
  return { door, verdicts, child, top }
}

it('calls the frame, then the one around it, and shows the token when that one expects it', async () => {
  const { verdicts, child, top } = await scene()
  expect(calls).toEqual([7, 0])
  expect(top.heard).toEqual([{ kind: 'expect', token: 'token 1' }])
  expect(child.heard).toEqual([])
  top.say({ kind: 'expecting', token: 'token 1' })
  expect(child.heard).toEqual([{ kind: 'show', token: 'token 1' }])
  expect(verdicts).toEqual([])
  top.say(holds('token 1', allowing('monetization')))
  expect(verdicts).toEqual([{ allowed: true, site: A, inherited: [] }])
})

it('follows what the element allows', async () => {
  const { verdicts, top } = await scene()
  for (const allow of ['monetization', null, null, 'monetization *', "monetization 'none'"])
    top.say(holds('token 1', allowing(allow)))
  expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, false, true, false])
})

it('hears of a frame from the document around it, and from nobody else', async () => {
  const { verdicts, child, top } = await scene()
  const sibling = open(doorOf(9, B))
  await settled()
  const yes = allowing('monetization *')
  for (const liar of [child, sibling]) {
    liar.say({ kind: 'expecting', token: 'token 1' })
    liar.say(holds('token 1', yes))
  }
  top.say(holds('token 3', yes))
  top.say(holds('', yes))
  expect(child.heard).toEqual([])
  expect(verdicts).toEqual([])
  top.say(holds('token 2', yes))
  expect(verdicts).toEqual([])
})

it('asks at every step', async () => {
  const { child: middle, top } = await scene()
  const door = doorOf(8, A)
  const verdicts = watch(door)
  open(door)
  await settled()
  middle.say(holds('token 2', allowing('monetization', `${A}/`)))
  expect(verdicts).toEqual([])
  top.say(holds('token 1', allowing(null)))
  top.say(holds('token 1', allowing('monetization')))
  expect(verdicts).toEqual([
    { allowed: false, site: null, inherited: [] },
    { allowed: true, site: A, inherited: [] },
  ])
})

it('bars a frame of which the browser does not say where it is', async () => {
  parents.delete(7)
  const verdicts = watch(doorOf(7, B))
  open(doorOf(7, B))
  await settled()
  expect(verdicts).toEqual([BARRED])
  expect(rests).toEqual([])
})

it('asks the document around a frame again, bars the frame, and still hears of it later', async () => {
  deaf.add(0)
  const verdicts = watch(doorOf(9, B))
  open(doorOf(9, B))
  await settled()
  for (let tries = 0; tries < 5; tries++) {
    expect(verdicts, `after ${tries} more`).toEqual([])
    rests.at(-1)?.end()
    await settled()
  }
  expect(verdicts).toEqual([BARRED])
  expect(rests.map(({ ms }) => ms)).toEqual([200, 400, 800, 1_600, 3_200, 5_000])
  deaf.delete(0)
  rests.at(-1)?.end()
  await settled()
  const top = open(doorOf(0, A))
  await settled()
  top.say(holds('token 1', allowing('monetization')))
  expect(verdicts.at(-1)).toEqual({ allowed: true, site: A, inherited: [] })
})

it('asks nobody any more for a frame that has left', async () => {
  deaf.add(0)
  const child = open(doorOf(9, B))
  await settled()
  child.leave()
  rests.at(-1)?.end()
  await settled()
  expect(rests).toHaveLength(1)
})

it('bars at once when the document around it leaves', async () => {
  const { verdicts, top } = await scene()
  top.say(holds('token 1', allowing('monetization')))
  top.leave()
  expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, false])
  top.say(holds('token 1', allowing('monetization')))
  expect(verdicts).toHaveLength(2)
})

it('lets no document inherit what was said of the one before', async () => {
  const { verdicts, child, top } = await scene()
  top.say(holds('token 1', allowing('monetization *')))
  const next = { ...doorOf(7, 'https://evil.example'), documentId: 'another' }
  const after = watch(next)
  expect(after).toEqual([])
  open(next)
  expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, false])
  expect(top.heard).toContainEqual({ kind: 'forget', token: 'token 1' })
  await settled()
  top.say(holds('token 1', allowing('monetization *')))
  child.leave()
  expect(after).toEqual([])
  top.say(holds('token 2', allowing('monetization')))
  expect(after).toEqual([{ allowed: false, site: null, inherited: [] }])
})

it('hands down the policies around a frame that has no address of its own', async () => {
  const door = doorOf(7, A, 'about:srcdoc')
  const verdicts = watch(door)
  open(door)
  const top = open(doorOf(0, A))
  await settled()
  top.say(holds('token 1', allowing(null, null), ["monetization-src 'none'"]))
  const inherited = [{ self: A, text: "monetization-src 'none'" }]
  expect(verdicts).toEqual([{ allowed: true, site: A, inherited }])
})

it('is not confused by what is no message', async () => {
  const { verdicts, top } = await scene()
  for (const message of [null, 1, 'expecting', {}, { kind: 'holds', token: 'token 1' }])
    top.say(message)
  expect(verdicts).toEqual([])
})
