import { expect, it } from 'vitest'
import type { PartSize } from './measure-sizes.ts'
import { outgrown } from './outgrown.ts'
import { PARTS, SIZE_BUDGET } from './size-budget.ts'

const modules = Array.from({ length: 20 }, (_, at) => [`src/m${at}.ts`, 100 - at] as const)
const sizes = (more: number): PartSize[] =>
  PARTS.map((part) => ({
    part,
    bytes: SIZE_BUDGET[part] + (part === 'popup' ? more : 0),
    modules,
  }))

it('says nothing of a build that fits', () => {
  expect(outgrown(sizes(0), SIZE_BUDGET)).toBeNull()
})

it('names what a build outgrew, by how much, and its largest modules', () => {
  const said = outgrown(sizes(1), SIZE_BUDGET) ?? ''
  expect(said).toContain(`popup has ${SIZE_BUDGET.popup + 1} bytes`)
  expect(said).toContain('100  src/m0.ts')
  expect(said.split('\n')).toHaveLength(9)
  expect(said).not.toContain('dashboard')
})
