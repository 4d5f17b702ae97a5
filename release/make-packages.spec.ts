import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makePackages } from './make-packages.ts'
import { smallCheckout, type SmallCheckout } from './testing/small-checkout.ts'

let checkout: SmallCheckout
beforeEach(() => {
  checkout = smallCheckout({ git: true })
})
afterEach(() => checkout.remove())

/** A minute's work, without the minute; `meanwhile` is what somebody does in it. */
const make = (meanwhile: () => void) =>
  makePackages(checkout.root, {
    build: (browser, root = '') => {
      for (const one of ['chrome', 'firefox']) checkout.write(`dist/${one}/LICENSES.txt`, 'None')
      return Promise.resolve(join(root, 'dist', browser))
    },
    lint: () => {
      meanwhile()
      return Promise.resolve({ problems: [], summary: 'nothing' })
    },
  })

const packages = () => join(checkout.root, 'packages')

it('writes what a release is', async () => {
  expect(await make(() => {})).toHaveProperty('said', expect.stringContaining('small-1.2.0-source'))
  expect(readdirSync(packages())).toHaveLength(5)
})

it('writes nothing of files that were changed while it was at work', async () => {
  const made = await make(() => checkout.write('CHANGELOG.md', 'Changed'))
  expect(made).toEqual({ problems: [expect.stringContaining('  CHANGELOG.md')] })
  expect(existsSync(packages())).toBe(false)
})
