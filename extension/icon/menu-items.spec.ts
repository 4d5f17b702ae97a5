import { expect, it } from 'vitest'
import { chooseItem, menuItems } from './menu-items.ts'
import { CALM_GLANCE as glance } from './testing/calm-glance.ts'

const off = { ...glance, payments: false }
const paused = { ...glance, pausedUntil: 5 }
const fresh = { ...glance, ready: false, payments: false }

it.each([
  ['paying', glance, ['menu_stop', 'menu_pause', 'menu_never']],
  ['paused', paused, ['menu_stop', 'menu_goOn', 'menu_never']],
  ['off', off, ['menu_start', '-', 'menu_never']],
  ['not set up', fresh, ['-', '-', '-']],
] as const)('offers what can be done while %s', (_, now, texts) => {
  expect(menuItems(now).map(({ text, enabled }) => (enabled ? text : '-'))).toEqual(texts)
})

it.each([
  ['toggle-payments', glance, ['payments false']],
  ['toggle-payments', paused, ['payments false']],
  ['toggle-payments', off, ['payments true']],
  ['toggle-payments', fresh, []],
  ['toggle-pause', glance, ['pause']],
  ['toggle-pause', paused, ['payments true']],
  ['toggle-pause', off, []],
  ['toggle-pause', fresh, []],
  ['never-site', glance, ['never https://a.example/x']],
  ['never-site', off, ['never https://a.example/x']],
  ['never-site', fresh, []],
  ['_execute_action', glance, []],
  [undefined, glance, []],
] as const)('does what %s says (%#)', async (id, now, done) => {
  const did: string[] = []
  const note = (text: string) => {
    did.push(text)
    return Promise.resolve(null)
  }
  const commands = {
    setPayments: (on: boolean) => note(`payments ${on}`),
    pause: () => note('pause'),
    neverPay: (url: string) => note(`never ${url}`),
  }
  await chooseItem(id, now, commands, 'https://a.example/x')
  expect(did).toEqual(done)
})
