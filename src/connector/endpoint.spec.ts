import { describe, expect, it } from 'vitest'
import { parseEndpoint, transportOf } from './endpoint.ts'

const input = (address: string, username = '', token = '') => ({ address, username, token })

describe('parseEndpoint', () => {
  it.each([
    [input('wss://c.example/btp', 'al', 't'), 'wss://c.example/btp', 'al', 't'],
    [input('btp+wss://c.example', '', 't'), 'wss://c.example/', '', 't'],
    [input('BTP+WSS://al:t%2F@c.example/btp'), 'wss://c.example/btp', 'al', 't/'],
    [input('wss://al:old@c.example/', 'bo', 'new'), 'wss://c.example/', 'bo', 'new'],
    [input(' ws://127.0.0.1:7768 ', ' al ', ' t '), 'ws://127.0.0.1:7768/', 'al', 't'],
    [input('ws://localhost:7768', '', 't'), 'ws://localhost:7768/', '', 't'],
    // As moneyd's local mode and interledger-rs are addressed.
    [input('btp+ws://:t@localhost:7768'), 'ws://localhost:7768/', '', 't'],
    [
      input('btp+wss://:t@c.example/accounts/alice/ilp/btp'),
      'wss://c.example/accounts/alice/ilp/btp',
      '',
      't',
    ],
    [
      input('https://c.example/accounts/alice/ilp', '', 't'),
      'https://c.example/accounts/alice/ilp',
      '',
      't',
    ],
    [input('ilp+https://al:t%2F@c.example/ilp?a=b'), 'https://c.example/ilp?a=b', 'al', 't/'],
    [input('HTTP://127.0.0.1:7780', 'al', 't'), 'http://127.0.0.1:7780/', 'al', 't'],
  ])('reads %j', (given, url, username, token) => {
    expect(parseEndpoint(given)).toEqual({ endpoint: { url, username }, token })
  })

  it.each([
    [input('', 'al', 't'), 'address-malformed'],
    [input('c.example', 'al', 't'), 'address-malformed'],
    [input('ftp://c.example', 'al', 't'), 'address-malformed'],
    [input('btp+https://c.example', 'al', 't'), 'address-malformed'],
    [input('ilp+wss://c.example', 'al', 't'), 'address-malformed'],
    [input('https://c.example/#x', 'al', 't'), 'address-malformed'],
    [input('http://c.example/ilp', 'al', 't'), 'address-insecure'],
    [input('ilp+http://192.168.0.1', 'al', 't'), 'address-insecure'],
    [input('wss://', 'al', 't'), 'address-malformed'],
    [input('wss://c.example/#x', 'al', 't'), 'address-malformed'],
    [input('ws://c.example', 'al', 't'), 'address-insecure'],
    [input('ws://10.0.0.1', 'al', 't'), 'address-insecure'],
    [input('wss://c.example', 'al', ''), 'token-missing'],
    [input('wss://%ff@c.example', '', 't'), 'address-malformed'],
  ])('refuses %j', (given, failure) => {
    expect(parseEndpoint(given)).toBe(failure)
  })
})

it.each([
  ['wss://c.example/', 'btp'],
  ['ws://localhost:7768/', 'btp'],
  ['https://c.example/ilp', 'http'],
  ['http://127.0.0.1/', 'http'],
])('%s speaks %s', (url, transport) => {
  expect(transportOf({ url })).toBe(transport)
})
