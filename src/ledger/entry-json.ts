import { LARGEST_AMOUNT } from '../money/units.ts'
import type { Delivered, Entry } from './entry.ts'

/** Fields that hold an amount; in JSON they are decimal strings. */
const AMOUNTS = new Set(['amount', 'limit'])

const FIELDS: Record<Entry['kind'], readonly string[]> = {
  period: ['period'],
  limit: ['limit'],
  reserve: ['packet', 'period', 'amount', 'condition', 'expiresAt', 'site', 'receiver', 'day'],
  post: ['packet', 'delivered'],
  void: ['packet', 'code'],
  doubt: ['packet', 'why'],
  probe: ['packet', 'amount'],
  'probe-end': ['packet'],
  carry: ['amount'],
  forget: ['site', 'keep', 'capped'],
}

/** May be missing; then it is not written either, so that an old entry keeps its text. */
const OPTIONAL = new Set(['day'])

const deliveredToJson = (delivered: Delivered | null): unknown =>
  delivered && {
    amount: delivered.amount.toString(),
    asset: { code: delivered.asset.code, scale: delivered.asset.scale },
  }

/** Always in the same order, so that the same entry has the same text. */
export const entryToJson = (entry: Entry): Record<string, unknown> => {
  const json: Record<string, unknown> = { kind: entry.kind, at: entry.at }
  for (const name of FIELDS[entry.kind]) {
    const value = (entry as unknown as Record<string, unknown>)[name]
    if (value === undefined && OPTIONAL.has(name)) continue
    json[name] = typeof value === 'bigint' ? value.toString() : value
    if (name === 'delivered') json[name] = deliveredToJson(value as Delivered | null)
  }
  return json
}

const readAmount = (value: unknown): bigint | null => {
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) return null
  const amount = BigInt(value)
  return amount <= LARGEST_AMOUNT ? amount : null
}

const readDelivered = (value: unknown): unknown => {
  if (value === null) return null
  const { amount, asset } = value as { amount?: unknown; asset?: Record<string, unknown> }
  const units = readAmount(amount)
  if (units === null || typeof asset?.['code'] !== 'string' || !Number.isInteger(asset['scale'])) {
    return undefined
  }
  return { amount: units, asset: { code: asset['code'], scale: asset['scale'] } }
}

const readField = (name: string, value: unknown): unknown => {
  if (AMOUNTS.has(name)) return readAmount(value) ?? undefined
  if (name === 'delivered') return typeof value === 'object' ? readDelivered(value) : undefined
  if (name === 'expiresAt') return Number.isSafeInteger(value) ? value : undefined
  return typeof value === 'string' ? value : undefined
}

/** Null where the value is not an entry that this version knows, whole. */
export const entryFromJson = (value: unknown): Entry | null => {
  if (typeof value !== 'object' || value === null) return null
  const stored = value as Record<string, unknown>
  const kind = stored['kind']
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return null
  if (!Number.isSafeInteger(stored['at'])) return null
  const entry: Record<string, unknown> = { kind, at: stored['at'] }
  for (const name of FIELDS[kind as Entry['kind']]) {
    if (stored[name] === undefined && OPTIONAL.has(name)) continue
    const field = readField(name, stored[name])
    if (field === undefined) return null
    entry[name] = field
  }
  return entry as unknown as Entry
}
