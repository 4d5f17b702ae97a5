import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { isCheckout, trackedFiles } from './checkout.ts'
import { smallCheckout, type SmallCheckout } from './testing/small-checkout.ts'

let checkout: SmallCheckout
afterEach(() => checkout.remove())

it('lists what git tracks, and who may be run', () => {
  checkout = smallCheckout({ git: true })
  checkout.write('bin/run', 'exit 0\n')
  checkout.write('left/behind', '')
  checkout.git('add', 'bin/run')
  checkout.git('update-index', '--chmod=+x', 'bin/run')
  const files = trackedFiles(checkout.root)
  expect(files.map(({ path }) => path)).toContain('public/_locales/de/messages.json')
  expect(files.filter(({ path }) => /left|node_modules/.test(path))).toEqual([])
  expect(files.filter(({ executable }) => executable).map(({ path }) => path)).toEqual(['bin/run'])
})

it('knows a checkout from a folder in one, and from one without git', () => {
  checkout = smallCheckout({ git: true })
  const inner = join(checkout.root, 'unpacked')
  mkdirSync(inner)
  expect([checkout.root, inner].map(isCheckout)).toEqual([true, false])
  checkout.remove()
  checkout = smallCheckout({ git: false })
  expect(isCheckout(checkout.root)).toBe(false)
})
