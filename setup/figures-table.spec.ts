import { expect, it } from 'vitest'
import { figuresTable } from './figures-table.mjs'

it('lays the figures of all proofs out, and adds up what several counted', () => {
  const lines = [
    { proof: 'one', figures: { kills: '1200', seeds: '7' } },
    { proof: 'another', figures: { kills: '3' } },
  ]
  expect(figuresTable(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))).toBe(
    [
      'one           kills  1,200',
      '              seeds      7',
      'another       kills      3',
      'all together  kills  1,203',
    ].join('\n'),
  )
})

it('is empty where nothing was recorded', () => {
  expect(figuresTable('')).toBe('')
})
