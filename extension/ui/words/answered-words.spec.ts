import { expect, it } from 'vitest'
import { answeredWords } from './answered-words.ts'
import { failureWords } from './failure-words.ts'

const HTTP = 'https://c.example/ilp'
const BTP = 'btp+wss://c.example/btp'

it.each([
  [
    HTTP,
    404,
    'text/html; charset=utf-8',
    '(HTTP 404, text/html), but not as a connector that speaks ILP over HTTP',
  ],
  ['ilp+http://127.0.0.1/', 426, 'text/plain', 'speaks BTP has an address with wss://'],
  [BTP, 200, 'text/html', '(HTTP 200, text/html), but not with BTP over a WebSocket'],
  [HTTP, 202, '', '(HTTP 202), but'],
  [HTTP, 200, '<b>Call +1 555</b>', '(HTTP 200), but'],
  [HTTP, 200, `text/${'x'.repeat(500)}`, `text/${'x'.repeat(40)}), but`],
  [
    BTP,
    'websocket' as const,
    'application/json',
    '(WebSocket, application/json), but not with BTP',
  ],
  [HTTP, 'redirect' as const, '', 'sends on to another address'],
] as const)('%s, which answered %s and %j', (address, status, contentType, words) => {
  expect(answeredWords({ status, contentType }, address)).toContain(words)
})

it('does not blame the certificate where there is none', () => {
  const unreachable = { code: 'unreachable', field: 'address' } as const
  expect(failureWords(unreachable, BTP)).toContain('certificate')
  expect(failureWords(unreachable, HTTP)).toContain('certificate')
  expect(failureWords(unreachable, 'ws://127.0.0.1:7768')).not.toContain('certificate')
})
