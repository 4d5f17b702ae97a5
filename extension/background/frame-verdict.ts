import type { PagePolicy } from '../../src/spsp/page-policy.ts'
import { enables } from '../frames/frame-policy.ts'
import type { DocumentDoor } from '../messages/doors.ts'
import type { FromFrame, ToFrame } from '../messages/frame-port.ts'

/** What a document says of the element that holds one of its frames. */
type Holding = Extract<FromFrame, { kind: 'holds' }>

/** A document that answered the call, in its place among the frames of its tab. */
export interface FrameNode {
  readonly door: DocumentDoor
  readonly say: (message: ToFrame) => void
  /** Its port is open. */
  alive: boolean
  /** The one around it; null: none that answers, undefined: not known yet. */
  parent: FrameNode | null | undefined
  /** What the one around it says; null: nothing yet. */
  held: Holding | null
}

export interface Verdict {
  readonly allowed: boolean
  /** Origin of the top document; null where that is not known. */
  readonly site: string | null
  /** Policies that it inherits, as it has no address of its own. */
  readonly inherited: readonly PagePolicy[]
}

export const BARRED: Verdict = { allowed: false, site: null, inherited: [] }

const isLocal = ({ door }: FrameNode): boolean => door.url.startsWith('about:')

/** Walks up to the top document: every step has to allow the one below. Null: not known yet. */
export const judge = (node: FrameNode): Verdict | null => {
  const inherited: PagePolicy[] = []
  let inherits = isLocal(node)
  let at = node
  while (at.door.frame !== 0) {
    const { parent, held } = at
    if (parent === null || parent?.alive === false || !at.alive) return BARRED
    if (parent === undefined || held === null) return null
    if (!enables(parent.door, held.element, at.door)) return BARRED
    if (inherits)
      inherited.push(...held.policies.map((text) => ({ self: parent.door.origin, text })))
    inherits &&= isLocal(parent)
    at = parent
  }
  return { allowed: true, site: at.door.origin, inherited }
}
