import { describe, expect, it } from 'vitest'
import { parseEndpoint } from './endpoint.ts'

const input = (address: string, username = '', token = '') => ({ address, username, token })

describe('parseEndpoint', () => {
  it.each([
    [input('wss://c.example/btp', 'al', 't'), 'wss://c.example/btp', 'al', 't'],
    [input('btp+wss://c.example', '', 't'), 'wss://c.example/', '', 't'],
    [input('BTP+WSS://al:t%2F@c.example/btp'), 'wss://c.example/btp', 'al', 't/'],
    [input('wss://al:old@c.example/', 'bo', 'new'), 'wss://c.example/', 'bo', 'new'],
    [input(' ws://127.0.0.1:7768 ', ' al ', ' t '), 'ws://127.0.0.1:7768/', 'al', 't'],
    [input('ws://localhost:7768', '', 't'), 'ws://localhost:7768/', '', 't'],
  ])('reads %j', (given, url, username, token) => {
    expect(parseEndpoint(given)).toEqual({ endpoint: { url, username }, token })
  })

  it.each([
    [input('', 'al', 't'), 'address-malformed'],
    [input('c.example', 'al', 't'), 'address-malformed'],
    [input('https://c.example', 'al', 't'), 'address-malformed'],
    [input('btp+https://c.example', 'al', 't'), 'address-malformed'],
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
