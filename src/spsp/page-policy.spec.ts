import { describe, expect, it } from 'vitest'
import { policiesAllow } from './page-policy.ts'

const SELF = 'https://site.example'
const allows = (text: string, url: string, redirected = false, self = SELF): boolean =>
  policiesAllow([{ self, text }], new URL(url), redirected)

const WALLET = 'https://wallet.example/alice'

describe('a policy', () => {
  it.each<[string, string]>([
    ['', WALLET],
    ['img-src *', WALLET],
    ['monetization-src *', WALLET],
    ['monetization-src https:', WALLET],
    ['monetization-src HTTPS:', WALLET],
    ['monetization-src http:', WALLET],
    ['monetization-src wallet.example', WALLET],
    ['monetization-src WALLET.Example', WALLET],
    ['MONETIZATION-SRC wallet.example', WALLET],
    ['monetization-src https://wallet.example', WALLET],
    ['monetization-src http://wallet.example', WALLET],
    ['monetization-src https://wallet.example:443', WALLET],
    ['monetization-src http://wallet.example:80', WALLET],
    ['monetization-src wallet.example:*', 'https://wallet.example:8443/a'],
    ['monetization-src wallet.example:8443', 'https://wallet.example:8443/a'],
    ['monetization-src *:8443', 'https://wallet.example:8443/a'],
    ['monetization-src *.example', WALLET],
    ['monetization-src https://*.wallet.example', 'https://eu.wallet.example/a'],
    ['monetization-src wallet.example/', WALLET],
    ['monetization-src wallet.example/alice', WALLET],
    ['monetization-src wallet.example/pay/', 'https://wallet.example/pay/alice'],
    ['monetization-src wallet.example/%61lice', WALLET],
    ["monetization-src 'none' wallet.example", WALLET],
    ["monetization-src 'self' wallet.example", WALLET],
    ["monetization-src 'self'", 'https://site.example/pay'],
    ["monetization-src 'SELF'", 'https://site.example/pay'],
    ['monetization-src other.example\twallet.example', WALLET],
    ['default-src wallet.example', WALLET],
    ["default-src 'none'; monetization-src wallet.example", WALLET],
    ["monetization-src wallet.example; monetization-src 'none'", WALLET],
    ["connect-src 'none'", WALLET],
  ])('%j lets %s be asked', (text, url) => {
    expect(allows(text, url)).toBe(true)
  })

  it.each<[string, string]>([
    ["monetization-src 'none'", WALLET],
    ["monetization-src 'NONE'", WALLET],
    ['monetization-src', WALLET],
    ['monetization-src ;', WALLET],
    ["monetization-src 'self'", WALLET],
    ["monetization-src 'unsafe-inline'", WALLET],
    ["monetization-src 'nonce-abc'", WALLET],
    ['monetization-src data:', WALLET],
    ['monetization-src other.example', WALLET],
    ['monetization-src https://other.example', WALLET],
    ['monetization-src example', WALLET],
    ['monetization-src *.wallet.example', WALLET],
    ['monetization-src *.ample', WALLET],
    ['monetization-src wallet.example:8443', WALLET],
    ['monetization-src wallet.example', 'https://wallet.example:8443/alice'],
    ['monetization-src wallet.example/bob', WALLET],
    ['monetization-src wallet.example/ali', WALLET],
    ['monetization-src wallet.example/pay/', 'https://wallet.example/pay'],
    ['monetization-src https://wallet.example', 'http://wallet.example/alice'],
    ['monetization-src wallet.example', 'http://wallet.example/alice'],
    ['monetization-src wallet.example?x', WALLET],
    ['monetization-src 203.0.113.7', 'https://203.0.113.7/alice'],
    ["default-src 'none'", WALLET],
    ["default-src 'self'", WALLET],
    ["default-src *; monetization-src 'none'", WALLET],
    ["monetization-src 'none'; monetization-src *", WALLET],
    ["img-src *;;  ;monetization-src 'none'", WALLET],
  ])('%j keeps %s from being asked', (text, url) => {
    expect(allows(text, url)).toBe(false)
  })

  it('knows the ports of this computer', () => {
    const url = 'http://127.0.0.1:4000/alice'
    const self = 'http://127.0.0.1:5000'
    expect(allows('monetization-src http://127.0.0.1:4000', url, false, self)).toBe(true)
    expect(allows('monetization-src 127.0.0.1:4000', url, false, self)).toBe(true)
    expect(allows("monetization-src 'self'", url, false, self)).toBe(false)
  })

  it('names nothing by self in a document without an origin', () => {
    expect(allows("monetization-src 'self'", WALLET, false, 'null')).toBe(false)
    expect(allows('monetization-src wallet.example', WALLET, false, 'null')).toBe(false)
    expect(allows('monetization-src https://wallet.example', WALLET, false, 'null')).toBe(true)
  })

  it('looks at the host, and not at the path, after a redirect', () => {
    expect(allows('monetization-src wallet.example/bob', WALLET, true)).toBe(true)
    expect(allows('monetization-src other.example/alice', WALLET, true)).toBe(false)
  })
})

it('asks for the consent of every policy', () => {
  const url = new URL(WALLET)
  const yes = { self: SELF, text: 'monetization-src wallet.example' }
  const no = { self: SELF, text: "monetization-src 'self'" }
  expect(policiesAllow([], url)).toBe(true)
  expect(policiesAllow([yes, yes], url)).toBe(true)
  expect(policiesAllow([yes, no], url)).toBe(false)
})
