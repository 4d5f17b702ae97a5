import type { Runtime } from 'webextension-polyfill'
import type { DocumentDoor } from '../messages/doors.ts'
import type { FromFrame } from '../messages/frame-port.ts'
import { parseFromFrame } from '../messages/parse-from-frame.ts'
import { BARRED, judge, type FrameNode, type Verdict } from './frame-verdict.ts'

/** What the browser itself can do with frames. */
export interface FrameBrowser {
  /** Has the content script of this frame open its frame port; rejects where there is none. */
  call(tab: number, frame: number): Promise<void>
  /** Which frame is around this document; null: the browser does not say, or the document is no more. */
  parentOf(door: DocumentDoor): Promise<number | null>
  rest(ms: number): Promise<void>
}

/** Whether documents in frames may be paid. */
export interface FrameTree {
  admit(
    port: Pick<Runtime.Port, 'postMessage' | 'onMessage' | 'onDisconnect'>,
    door: DocumentDoor,
  ): void
  /** Tells once it is known, and whenever it changes; before that the answer is no. Returns how to stop. */
  watch(door: DocumentDoor, tell: (verdict: Verdict) => void): () => void
}

type Place = Pick<DocumentDoor, 'tab' | 'frame'>

/*
 * A document answers once it has seen that it has a frame, which it looks for once a second; where the frame is in a
 * shadow tree, some seconds after it has loaded. What never answers is none of ours, and gets its no before that.
 */
const FIRST_REST = 200
const LONGEST_REST = 5_000
const TRIES_BEFORE_NO = 5

const keyOf = ({ tab, frame }: Place): string => `${tab}/${frame}`

/** Older browsers have no ids of documents; there the port that closes tells that another one came. */
const isSame = (a: DocumentDoor, b: DocumentDoor): boolean =>
  a.documentId === b.documentId && a.origin === b.origin

/**
 * Where a document stands and whose it is says the browser: `sender`, and `webNavigation` for the frame around it.
 * What the element that holds it allows says the content script of exactly that frame. Which of its elements
 * that is shows a token made for the two of them, which the one inside hands to the window around it, and which
 * is caught there before any page could see it. No word of a page takes part: none can vouch for a
 * frame, least of all for itself.
 */
export const createFrameTree = (browser: FrameBrowser, newToken: () => string): FrameTree => {
  const nodes = new Map<string, FrameNode>()
  const awaited = new Map<string, ((node: FrameNode | null) => void)[]>()
  const shown = new Map<string, { readonly child: FrameNode; readonly parent: FrameNode }>()
  const watchers = new Set<() => void>()

  const changed = (): void => watchers.forEach((look) => look())
  const arrive = (key: string, node: FrameNode | null): void => {
    const waiting = awaited.get(key) ?? []
    awaited.delete(key)
    for (const resolve of waiting) resolve(node)
  }
  const nodeAt = (place: Place): Promise<FrameNode | null> => {
    const key = keyOf(place)
    const known = nodes.get(key)
    if (known) return Promise.resolve(known)
    return new Promise((resolve) => {
      awaited.set(key, [...(awaited.get(key) ?? []), resolve])
      browser.call(place.tab, place.frame).catch(() => arrive(key, null))
    })
  }

  /** Finds the document around this one and has it look which of its elements holds it. */
  const settle = async (node: FrameNode): Promise<void> => {
    const { tab } = node.door
    for (let tries = 0; ; tries++) {
      const frame = await browser.parentOf(node.door)
      const parent = frame === null ? null : await nodeAt({ tab, frame })
      if (parent || frame === null || tries >= TRIES_BEFORE_NO) node.parent = parent
      if (parent?.alive && node.alive) {
        const token = newToken()
        shown.set(token, { child: node, parent })
        parent.say({ kind: 'expect', token })
      }
      changed()
      if (parent || frame === null || !node.alive) return
      await browser.rest(Math.min(LONGEST_REST, FIRST_REST * 2 ** tries))
    }
  }
  const hear = (speaker: FrameNode, message: FromFrame): void => {
    const { token } = message
    const showing = shown.get(token)
    if (!showing || showing.parent !== speaker) return
    if (message.kind === 'expecting') return showing.child.say({ kind: 'show', token })
    showing.child.held = message
    changed()
  }
  const leave = (node: FrameNode): void => {
    if (!node.alive) return
    node.alive = false
    const key = keyOf(node.door)
    if (nodes.get(key) === node) nodes.delete(key)
    for (const [token, { child, parent }] of shown) {
      if (child !== node && parent !== node) continue
      shown.delete(token)
      if (child === node) parent.say({ kind: 'forget', token })
    }
    changed()
  }

  return {
    admit(port, door) {
      const before = nodes.get(keyOf(door))
      const node: FrameNode = {
        door,
        say: (message) => node.alive && port.postMessage(message),
        alive: true,
        parent: undefined,
        held: null,
      }
      nodes.set(keyOf(door), node)
      // A frame shows one document at a time.
      if (before) leave(before)
      port.onMessage.addListener((value: unknown) => {
        const message = parseFromFrame(value)
        if (message) hear(node, message)
      })
      port.onDisconnect.addListener(() => leave(node))
      arrive(keyOf(door), node)
      if (door.frame !== 0) void settle(node)
    },
    watch(door, tell) {
      let told: string | null = null
      const look = (): void => {
        const node = nodes.get(keyOf(door))
        const verdict = node && isSame(node.door, door) ? judge(node) : null
        // What was known and is no more is a no.
        const next = verdict ?? (told === null ? null : BARRED)
        const words = JSON.stringify(next)
        if (next === null || words === told) return
        told = words
        tell(next)
      }
      watchers.add(look)
      look()
      // Also where a document answered that was there before this one.
      browser.call(door.tab, door.frame).catch(() => {})
      return () => watchers.delete(look)
    },
  }
}
