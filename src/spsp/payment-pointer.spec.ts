import { describe, expect, it } from 'vitest'
import { resolvePaymentPointer } from './payment-pointer.ts'

const strict = { loopback: false }
const developer = { loopback: true }

describe('resolvePaymentPointer', () => {
  it.each([
    ['$wallet.example', 'https://wallet.example/.well-known/pay'],
    ['$wallet.example/', 'https://wallet.example/.well-known/pay'],
    ['$wallet.example/alice', 'https://wallet.example/alice'],
    ['  $wallet.example/alice\n', 'https://wallet.example/alice'],
    ['$WALLET.example/Alice', 'https://wallet.example/Alice'],
    ['https://wallet.example/alice', 'https://wallet.example/alice'],
    ['https://wallet.example', 'https://wallet.example/.well-known/pay'],
    ['https://wallet.example:8443/alice', 'https://wallet.example:8443/alice'],
    ['https://8.8.8.8/alice', 'https://8.8.8.8/alice'],
  ])('accepts %j', (text, url) => {
    expect(resolvePaymentPointer(text, strict)?.href).toBe(url)
  })

  it.each([
    '',
    '$',
    '$/alice',
    'wallet.example/alice',
    '$user@wallet.example/a',
    '$wallet.example:8443/a',
    '$wallet.example/a?b',
    '$wallet.example/a#b',
    '$wallet.example\\a',
    '$wallet .example/a',
    'http://wallet.example/alice',
    'https://user:pw@wallet.example/a',
    'https://wallet.example/a#b',
    'javascript:alert(1)',
    'data:text/plain,x',
    'chrome-extension://abc/x',
    '$localhost/a',
    '$127.0.0.1/a',
    '$2130706433/a',
    '$0x7f.1/a',
    '$0177.0.0.1/a',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://[2001:db8::1]/a',
    '$10.0.0.1/a',
    '$172.16.9.9/a',
    '$192.168.1.1/a',
    '$169.254.169.254/latest',
    '$100.64.0.1/a',
    '$0.0.0.0/a',
    '$255.255.255.255/a',
    '$router/a',
    '$router.local/a',
    '$nas.home.arpa/a',
    '$db.internal/a',
    '$localhost./a',
    '$foo.localhost/a',
    `$wallet.example/${'a'.repeat(3000)}`,
  ])('refuses %j', (text) => {
    expect(resolvePaymentPointer(text, strict)).toBeNull()
  })

  it.each([
    ['$127.0.0.1:4001/alice', 'http://127.0.0.1:4001/alice'],
    ['$localhost:4001/alice', 'http://localhost:4001/alice'],
    ['http://127.0.0.1:4001/alice', 'http://127.0.0.1:4001/alice'],
    ['https://localhost:4001/alice', 'https://localhost:4001/alice'],
    ['$wallet.example/alice', 'https://wallet.example/alice'],
  ])('in developer mode accepts %j', (text, url) => {
    expect(resolvePaymentPointer(text, developer)?.href).toBe(url)
  })

  it.each(['http://10.0.0.1/a', '$10.0.0.1:4001/a', 'http://wallet.example/a', '$a.example:81/a'])(
    'in developer mode still refuses %j',
    (text) => {
      expect(resolvePaymentPointer(text, developer)).toBeNull()
    },
  )
})
