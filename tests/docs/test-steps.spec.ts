import { expect, it } from 'vitest'
import { stepsOf } from '../steps.mjs'
import { readDocument } from './read-documents.ts'

it('CONTRIBUTING.md lists every step of `npm test`, in its order', () => {
  const { steps, longer } = stepsOf({
    npm: () => null,
    browsers: null,
    vitest: () => null,
    playwright: () => null,
  })
  const [, table = ''] = readDocument('CONTRIBUTING.md').text.split('## The tests')
  const [, rows = ''] = table.split('| step ')
  const named = [...rows.split('\n\n')[0]!.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
  expect(named).toEqual([...steps, ...longer].map(([name]) => name))
})
