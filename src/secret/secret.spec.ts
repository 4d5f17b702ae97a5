import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { Secret } from './secret.ts'

it('shows nothing of what it holds', () => {
  const secret = new Secret('canary')
  expect(`${String(secret)} ${JSON.stringify({ secret })} ${inspect(secret)}`).not.toContain(
    'canary',
  )
  expect(Object.keys(secret)).toEqual([])
  expect(secret.reveal()).toBe('canary')
})
