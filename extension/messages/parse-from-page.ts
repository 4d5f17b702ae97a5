import type { FromPage, TagFact } from './page-port.ts'
import { parsePolicies } from './parse-policies.ts'

/** More than a content script ever reports (32 to a document); a message with more is dropped. */
const MOST_TAGS = 64
const LONGEST_ID = 64
const LONGEST_ADDRESS = 4096

const parseTag = (value: unknown): TagFact | null => {
  if (typeof value !== 'object' || value === null) return null
  const { id, kind, address } = value as Record<string, unknown>
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return null
  if (kind !== 'link' && kind !== 'meta') return null
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS) return null
  return { id, kind, address }
}

/** Null: not a message of the page port, and to be dropped. */
export const parseFromPage = (value: unknown): FromPage | null => {
  if (typeof value !== 'object' || value === null) return null
  const { kind, visible, tags, policies = [], otherWallet } = value as Record<string, unknown>
  if (kind === 'beat') return { kind }
  if (kind !== 'facts' || typeof visible !== 'boolean' || !Array.isArray(tags)) return null
  if (tags.length > MOST_TAGS) return null
  const own = parsePolicies(policies)
  if (!own) return null
  const parsed = tags.map(parseTag)
  const whole = parsed.every((tag) => tag !== null)
  const distinct = new Set(parsed.map((tag) => tag?.id)).size === parsed.length
  if (!whole || !distinct) return null
  return {
    kind,
    visible,
    tags: parsed,
    ...(own.length > 0 && { policies: own }),
    ...(otherWallet === true && { otherWallet }),
  }
}
