import { beforeEach, expect, test } from 'vitest'
import type { TagNews } from '../messages/page-port.ts'
import { BRIDGE } from '../page/bridge.ts'
import type { Tag } from './tag-list.ts'
import { TagVoice } from './tag-voice.ts'

let heard: unknown[]
let voice: TagVoice
let link: Tag
let meta: Tag

const target = (): EventTarget => {
  const made = new EventTarget()
  for (const type of ['load', 'error']) made.addEventListener(type, () => heard.push(type))
  made.addEventListener(BRIDGE, (event) =>
    heard.push(JSON.parse((event as CustomEvent<string>).detail)),
  )
  return made
}
const tag = (kind: 'link' | 'meta'): Tag =>
  ({ id: kind, kind, address: 'https://wallet.example/', element: target() }) as unknown as Tag
const paid = (amount: string): TagNews => ({
  kind: 'paid',
  tag: 'link',
  url: 'https://wallet.example/',
  amount,
  assetCode: 'EUR',
  assetScale: 2,
})

beforeEach(() => {
  heard = []
  voice = new TagVoice(target() as Document)
  link = tag('link')
  meta = tag('meta')
})

test('a link hears once that its address is valid, and then no more of that', () => {
  for (const kind of ['error', 'error', 'load', 'load', 'error', 'load'] as const)
    voice.tell(link, { kind, tag: 'link' })
  expect(heard).toEqual(['error', 'load'])
})

test('a link hears what it was paid, in major units too, and nothing of nothing', () => {
  voice.tell(link, paid('0'))
  voice.tell(link, paid('150'))
  expect(heard).toEqual([
    {
      paid: {
        paymentPointer: 'https://wallet.example/',
        amountSent: { currency: 'EUR', value: '1.5' },
        amount: '150',
        assetCode: 'EUR',
        assetScale: 2,
        receipt: null,
      },
    },
  ])
})

test('a link has no events of version 1', () => {
  voice.tell(link, { kind: 'pending', tag: 'link', url: 'https://wallet.example/' })
  voice.tell(link, { kind: 'paused', tag: 'link' })
  voice.tellGone(link)
  expect(heard).toEqual([])
})

test('a meta has no load or error, and the next one begins anew', () => {
  voice.tell(meta, { kind: 'load', tag: 'meta' })
  voice.tell(meta, { kind: 'pending', tag: 'meta', url: 'https://wallet.example/' })
  voice.tellGone(meta)
  voice.tellGone(tag('meta'))
  expect(heard.map((told) => (told as { legacy: { type: string } }).legacy.type)).toEqual([
    'monetizationpending',
    'monetizationstop',
  ])
})
