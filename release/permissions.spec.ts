import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../demo/root.ts'
import manifest from '../manifest.json' with { type: 'json' }

const page = readFileSync(join(ROOT, 'docs', 'permissions.md'), 'utf8')

/** Of a section's table: what its rows name in their first cell, each with what the second one says. */
const reasons = (section: string): ReadonlyMap<string, string> => {
  const text = page.split(/^#+ /m).find((one) => one.startsWith(`${section}\n`)) ?? ''
  return new Map(
    text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .flatMap((line) => {
        const [, names = '', why = ''] = line.split('|').map((cell) => cell.trim())
        return [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => [name!, why] as const)
      }),
  )
}

const { gecko } = manifest.browser_specific_settings
const matches = manifest.content_scripts.flatMap((script) => script.matches)

it.each([
  ['Always', [...manifest.permissions, ...Object.keys(manifest.commands)]],
  ['Pages', [...new Set([...manifest.host_permissions, ...matches])]],
  ['Asked for only when switched on', manifest.optional_permissions],
  [
    'What it says of itself',
    [
      `incognito: ${manifest.incognito}`,
      ...gecko.data_collection_permissions.required,
      `strict_min_version: ${gecko.strict_min_version}`,
      `minimum_chrome_version: ${manifest.minimum_chrome_version}`,
    ],
  ],
])('has a reason for each: %s', (section, asked) => {
  const given = reasons(section)
  expect([...given.keys()].sort()).toEqual([...asked].sort())
  for (const [name, why] of given) expect(why.length, name).toBeGreaterThan(20)
})

it('has one for each part of the policy of our pages', () => {
  const directives = manifest.content_security_policy.extension_pages
    .split(';')
    .map((directive) => directive.trim().split(' ')[0]!)
  expect([...reasons('The policy of our own pages').keys()].sort()).toEqual(directives.sort())
})
