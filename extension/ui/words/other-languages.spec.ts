import { beforeEach, expect, it, vi } from 'vitest'
import { speak } from './testing/catalogue.ts'

const USD9 = { code: 'USD', scale: 9 }
const isolated = (text: string) => `\u2068${text}\u2069`

beforeEach(() => vi.resetModules())

it.each([
  ['en', 'en-US', 'en-US-u-nu-latn'],
  ['de', 'de-CH', 'de-CH-u-nu-latn'],
  ['en', 'ja', 'en-u-nu-latn'],
  ['ar', 'ar-EG', 'ar-EG-u-nu-latn'],
  ['pt_PT', 'pt-PT', 'pt-PT-u-nu-latn'],
])('writes numbers for %s sentences in a browser in %s as %s', async (locale, shown, language) => {
  speak(locale, shown)
  expect((await import('./language.ts')).LANGUAGE).toBe(language)
})

it('writes amounts and days as German does, in fields too', async () => {
  speak('de')
  const { formatAmount } = await import('../format-amount.ts')
  const { formatDay } = await import('../format-day.ts')
  const { typedAmount, typedNumber } = await import('../typed-amount.ts')
  expect(formatAmount('1234500000000', USD9)).toBe('1.234,50 USD')
  expect(typedAmount('360000000', USD9)).toBe('0,36')
  expect(typedNumber('2.5')).toBe('2,5')
  expect(formatDay(new Date(2026, 11, 1).getTime())).toBe('1. Dezember')
})

it('keeps an amount in its own order in a sentence from right to left', async () => {
  speak('ar')
  const { formatAmount } = await import('../format-amount.ts')
  const { BUDGET_WORDS } = await import('./budget-words.ts')
  expect(formatAmount('360000000', USD9)).toBe(isolated('0.36 USD'))
  expect(BUDGET_WORDS.spentOf('5.00 USD')).toBe(`أُنفق من ${isolated('5.00 USD')}`)
})

it.each([
  [1, 'نحو ساعة'],
  [2, 'نحو ساعتين'],
  [10, `نحو ${isolated('10')} ساعات`],
  [13, `نحو ${isolated('13')} ساعة`],
  [100, `نحو ${isolated('100')} ساعة`],
])('counts %i as Arabic does', async (hours, words) => {
  speak('ar')
  const { counted } = await import('./counted.ts')
  expect(counted('duration_aboutHours_counted', hours)).toBe(words)
})
