import { expect, it } from 'vitest'
import { readTypedSite } from './typed-site.ts'

it.each([
  ['blog.example', 'https://blog.example'],
  ['  https://Blog.Example/a/page?q#x ', 'https://blog.example'],
  ['blog.example:8443/a', 'https://blog.example:8443'],
  // As browsers name it, so that it cannot be taken for another one.
  ['bücher.example', 'https://xn--bcher-kva.example'],
  ['аpple.example', 'https://xn--pple-43d.example'],
  ['localhost:3000', 'http://localhost:3000'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080'],
  ['https://127.0.0.1', 'https://127.0.0.1'],
  ['[::1]:80', 'http://[::1]'],
])('reads %j', (text, origin) => {
  expect(readTypedSite(text)).toEqual({ origin, problem: null })
})

it.each([
  ['', 'malformed'],
  ['blog', 'malformed'],
  ['two words.example', 'malformed'],
  ['mailto:al@blog.example', 'malformed'],
  ['https://al:pw@blog.example', 'malformed'],
  ['ftp://blog.example', 'malformed'],
  ['javascript:alert(1)', 'malformed'],
  ['..', 'malformed'],
  ['http://blog.example', 'insecure'],
  ['http://localhost.example', 'insecure'],
])('does not take %j', (text, problem) => {
  expect(readTypedSite(text)).toEqual({ origin: null, problem })
})
