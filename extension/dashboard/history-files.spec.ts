import { describe, expect, it } from 'vitest'
import type { HistoryLine } from '../../src/history/deltas.ts'
import type { SpanId } from '../../src/history/span.ts'
import { parseBookName } from './book-asset.ts'
import { toCsv } from './csv.ts'
import { historyCsv, historyJson } from './history-files.ts'

const book = parseBookName('g.c.al USD/9')!
const line: HistoryLine = {
  span: '2026-11-25' as SpanId,
  site: 'https://a.example',
  row: {
    posted: 1_234_567_890n,
    inDoubt: 5n,
    packets: 3,
    delivered: [
      { asset: { code: 'EUR', scale: 2 }, amount: 7n },
      { asset: { code: 'XRP', scale: 6 }, amount: 1n },
    ],
  },
}

describe('toCsv', () => {
  it('puts every cell in quotes and doubles those inside', () => {
    expect(
      toCsv([
        ['a', 'b"c'],
        ['1,2', 'x\ny'],
      ]),
    ).toBe('"a","b""c"\r\n"1,2","x\ny"\r\n')
  })
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes the sting out of %j', (text) => {
    expect(toCsv([[text]])).toBe(`"'${text}"\r\n`)
  })
})

describe('a history as a file', () => {
  it('has amounts to the unit, each asset by itself', () => {
    const [, row] = historyCsv(book, [line]).split('\r\n')
    expect(row).toBe(
      '"g.c.al","2026-11-25","https://a.example","USD","1.23456789","0.000000005","3","0.07 EUR; 0.000001 XRP"',
    )
    expect(JSON.parse(historyJson(book, [line]))).toMatchObject({
      book: 'g.c.al USD/9',
      rows: [{ day: '2026-11-25', posted: '1234567890', inDoubt: '5' }],
    })
  })
})

it.each([
  ['g.c.al USD/9', { ilpAddress: 'g.c.al', asset: { code: 'USD', scale: 9 }, repair: null }],
  ['g.c XRP.test/6 #3', { ilpAddress: 'g.c', asset: { code: 'XRP.test', scale: 6 }, repair: 3 }],
])('reads the name of the book %s', (name, expected) => {
  expect(parseBookName(name)).toEqual({ name, ...expected })
})
it('knows what is no name of a book', () => expect(parseBookName('book')).toBeNull())
