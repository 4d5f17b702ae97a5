import { expect, it } from 'vitest'
import { splitCredentials } from './split-credentials.ts'

it.each([
  ['btp+wss://ann:s3cret@host.example/btp', 'btp+wss://host.example/btp', 'ann', 's3cret'],
  ['btp+ws://:token@127.0.0.1:7768', 'btp+ws://127.0.0.1:7768', '', 'token'],
  ['wss://a%40b:x%2Fy@host', 'wss://host', 'a@b', 'x/y'],
  ['wss://ann:100%@host', 'wss://host', 'ann', '100%'],
  ['wss://ann@host', 'wss://host', 'ann', ''],
  ['https://ann:s3cret@host/ilp', 'https://host/ilp', 'ann', 's3cret'],
  ['ilp+http://:token@127.0.0.1:7780/', 'ilp+http://127.0.0.1:7780/', '', 'token'],
])('%s', (typed, address, username, token) => {
  expect(splitCredentials(typed)).toEqual({ address, username, token })
})

it.each(['wss://host/path@x', 'wss://host', 'ann:token@host', ''])('leaves %j alone', (typed) => {
  expect(splitCredentials(typed)).toBeNull()
})
