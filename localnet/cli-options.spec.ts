import { expect, test } from 'vitest'
import { cliOptions } from './cli-options.ts'

test('nothing is needed, and what is given is kept', () => {
  expect(cliOptions([])).toEqual({ json: false })
  expect(cliOptions(['--json', '--port-base', '7700', '--data', 'here'])).toEqual({
    json: true,
    portBase: 7700,
    data: 'here',
  })
  expect(cliOptions(['--pay', 'http://localhost:3000', '--headless'])).toEqual({
    json: false,
    pay: { url: 'http://localhost:3000/', headless: true, browser: null, ca: null },
  })
  expect(cliOptions(['--pay', 'https://a.example/b', '--browser', 'firefox']).pay).toEqual({
    url: 'https://a.example/b',
    headless: false,
    browser: 'firefox',
    ca: null,
  })
})

test.each([
  [['--data', ''], '--data takes a folder'],
  [['--pay', 'my.site'], '--pay takes the address of a page'],
  [['--pay', 'file:///index.html'], '--pay takes the address of a page'],
  [['--pay', 'http://localhost/', '--browser', 'lynx'], 'chrome or firefox, not "lynx"'],
  [['--headless'], 'go with --pay'],
  [['--browser', 'chrome'], 'go with --pay'],
  [['--ca', 'ca.pem'], 'go with --pay'],
  [['--pay', 'https://localhost/', '--ca', 'no.pem'], '--ca: there is no file'],
])('%j is refused in words', (args, words) => {
  expect(() => cliOptions(args)).toThrow(words)
})
