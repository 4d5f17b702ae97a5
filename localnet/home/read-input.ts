import type { IncomingMessage } from 'node:http'
import { readBody } from '../verifier/read-body.ts'
import { BadInput } from './bad-input.ts'
import { WEIGHT, type Typed } from './forms.ts'
import type { WantedShare } from './home.ts'

/** A form of the page, or JSON: `{"name","asset"}`, `{"name","shares":[{"pointer","weight"}]}`, `{"receipt"}`. */
export interface Input {
  readonly text: (field: 'name' | 'asset' | 'receipt') => string
  readonly shares: () => readonly WantedShare[]
  readonly typed: Typed
}

const LONGEST = 64 * 1024

const ofForm = (body: string): Input => {
  const fields = new URLSearchParams(body)
  // A field that was left empty, or says 0, names no share.
  const shares = () =>
    [...fields]
      .filter(([name, value]) => name.startsWith(WEIGHT) && !/^\s*0*\s*$/.test(value))
      .map(([name, value]) => ({ pointer: name.slice(WEIGHT.length), weight: Number(value) }))
  return { text: (field) => (fields.get(field) ?? '').trim(), shares, typed: new Map(fields) }
}

const ofJson = (body: string): Input => {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new BadInput('The body says that it is JSON, and is not.')
  }
  const fields = (value ?? {}) as Record<string, unknown>
  const shares = () =>
    (Array.isArray(fields['shares']) ? fields['shares'] : []).map((share) => {
      const { pointer, weight } = (share ?? {}) as Record<string, unknown>
      return { pointer: String(pointer), weight: typeof weight === 'number' ? weight : NaN }
    })
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field].trim() : '')
  return { text, shares, typed: new Map() }
}

/** Rejects with BadInput where the body is neither, or more than 64 KiB. */
export const readInput = async (request: IncomingMessage): Promise<Input> => {
  const body = await readBody(request, LONGEST)
  if (body === null) throw new BadInput(`That is more than ${LONGEST} bytes.`, 413)
  return request.headers['content-type']?.startsWith('application/json')
    ? ofJson(body)
    : ofForm(body)
}
