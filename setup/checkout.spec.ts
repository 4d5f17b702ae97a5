import { describe, expect, it } from 'vitest'
import { nodeProblem } from './node-problem.mjs'
import { samePackages } from './same-packages.mjs'

describe('nodeProblem', () => {
  it.each(['20.19.0', '20.20.1', '22.0.0', '100.1.0'])('takes Node %s', (version) => {
    expect(nodeProblem(version, '>=20.19')).toBeNull()
  })

  it.each(['20.18.9', '18.20.0', '9.99.0'])('refuses Node %s, saying what is needed', (version) => {
    expect(nodeProblem(version, '>=20.19')).toContain(`needs Node 20.19 or newer`)
    expect(nodeProblem(version, '>=20.19')).toContain(version)
  })
})

describe('samePackages', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  const wanted = { '': {}, 'node_modules/a': a, 'node_modules/mac': { ...a, optional: true } }

  it('does not ask for optional packages', () => {
    expect(samePackages(wanted, { 'node_modules/a': a })).toBe(true)
  })

  it.each([
    ['one is missing', {}],
    ['one is another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['one has another content', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
    ['one is too many', { 'node_modules/a': a, 'node_modules/b': a }],
  ])('is false where %s', (_, installed) => {
    expect(samePackages(wanted, installed)).toBe(false)
  })
})
