import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../demo/root.ts'
import manifest from '../manifest.json' with { type: 'json' }
import english from '../public/_locales/en/messages.json' with { type: 'json' }

const listing = readFileSync(join(ROOT, 'docs', 'store', 'listing-en.md'), 'utf8')
const part = (title: string): string =>
  (listing.split(/^## /m).find((one) => one.startsWith(`${title}\n`)) ?? '')
    .slice(title.length)
    .trim()

/** Width and height, as a PNG says them. */
const sizeOf = (file: string): readonly number[] => {
  const bytes = readFileSync(join(ROOT, file))
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

it('names and sums it up as the extension does', () => {
  expect(part('Name')).toBe(english.extension_name.message)
  expect(part('Summary')).toBe(english.extension_description.message)
})

it('is no longer than stores take', () => {
  expect(part('Summary').length).toBeLessThanOrEqual(132)
  expect(part('Description').length).toBeGreaterThan(500)
  expect(part('Description').length).toBeLessThanOrEqual(15_000)
})

/** Stores take it from there. */
it.each(readdirSync(join(ROOT, 'public', '_locales')))(
  'is summed up in a store’s length: %s',
  (locale) => {
    const file = join(ROOT, 'public', '_locales', locale, 'messages.json')
    const words = JSON.parse(readFileSync(file, 'utf8')) as typeof english
    const summary = words.extension_description.message
    expect(summary.length).toBeGreaterThan(30)
    expect(summary.length).toBeLessThanOrEqual(132)
  },
)

it('has a reason for each permission, and for none that is not asked for', () => {
  const named = [...part('Why each permission').matchAll(/^- ([a-z]\w+)( \(optional\))?:/gm)]
  const optional = named.filter(([, , mark]) => mark !== undefined)
  expect(named.map(([, name]) => name)).toEqual([
    ...manifest.permissions,
    ...manifest.optional_permissions,
  ])
  expect(optional.map(([, name]) => name)).toEqual(manifest.optional_permissions)
})

it('has its pictures in the size that both stores take', () => {
  const pictures = [...part('Pictures').matchAll(/`(docs\/pictures\/[^`]+)`/g)].map(
    ([, file]) => file!,
  )
  expect(pictures.length).toBeGreaterThan(0)
  for (const file of pictures) expect(sizeOf(file), file).toEqual([1280, 800])
})
