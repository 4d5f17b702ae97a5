import type { FrameElement } from '../frames/frame-policy.ts'
import { LONGEST_ATTRIBUTE, type FromFrame } from './frame-port.ts'
import { parsePolicies } from './parse-policies.ts'

const LONGEST_TOKEN = 64

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_ATTRIBUTE

const parseElement = (value: unknown): FrameElement | null => {
  if (typeof value !== 'object' || value === null) return null
  const { iframe } = value as Record<string, unknown>
  if (iframe === null) return { iframe }
  if (typeof iframe !== 'object') return null
  const { allow, src, srcdoc } = iframe as Record<string, unknown>
  if (allow !== null && !isText(allow)) return null
  if (src !== null && !isText(src)) return null
  return typeof srcdoc === 'boolean' ? { iframe: { allow, src, srcdoc } } : null
}

/** Null: not a message of the frame port, and to be dropped. */
export const parseFromFrame = (value: unknown): FromFrame | null => {
  if (typeof value !== 'object' || value === null) return null
  const { kind, token, element, policies } = value as Record<string, unknown>
  if (typeof token !== 'string' || token.length > LONGEST_TOKEN) return null
  if (kind === 'expecting') return { kind, token }
  if (kind !== 'holds') return null
  const held = parseElement(element)
  const own = parsePolicies(policies)
  return held && own ? { kind, token, element: held, policies: own } : null
}
