import { LONGEST_POLICY, MOST_POLICIES } from './page-port.ts'

/** Null where a content script would not have said it so. */
export const parsePolicies = (value: unknown): readonly string[] | null => {
  if (!Array.isArray(value) || value.length > MOST_POLICIES) return null
  const whole = value.every((one) => typeof one === 'string' && one.length <= LONGEST_POLICY)
  return whole ? (value as string[]) : null
}
