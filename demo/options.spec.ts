import { describe, expect, it } from 'vitest'
import { demoOptions } from './options.ts'

describe('demoOptions', () => {
  it('leaves everything to the demo by default', () => {
    expect(demoOptions([])).toEqual({
      headless: false,
      browser: undefined,
      seconds: undefined,
      budget: undefined,
      rate: undefined,
      profile: undefined,
      json: false,
    })
  })

  it('reads amounts exactly, in the smallest unit', () => {
    const args = [
      '--budget',
      '0.000000001',
      '--rate=36',
      '--seconds',
      '2.5',
      '--browser',
      'firefox',
    ]
    expect(demoOptions(args)).toMatchObject({
      budget: 1n,
      rate: 36_000_000_000n,
      seconds: 2.5,
      browser: 'firefox',
    })
  })

  it.each([
    [['--nonsense'], '--nonsense'],
    [['surplus'], 'surplus'],
    [['--browser', 'lynx'], '--browser takes chrome or firefox, not "lynx"'],
    [['--seconds', '0'], '--seconds takes a number above 0, not "0"'],
    [['--seconds', '-1'], '--seconds'],
    [['--seconds', 'soon'], '--seconds takes'],
    [['--budget', '1,000.00'], '--budget takes an amount in USD'],
    [['--budget', '0.0000000001'], 'up to 9 decimals'],
    [['--rate', 'high'], '--rate takes'],
    [['--rate'], '--rate'],
    [['--profile', ''], '--profile takes a folder'],
  ])('%j is a usage error', (args, words) => {
    expect(() => demoOptions(args)).toThrow(words)
  })
})
