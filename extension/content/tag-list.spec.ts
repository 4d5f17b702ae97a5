import { beforeEach, expect, test } from 'vitest'
import { MAX_TAGS, TagList } from './tag-list.ts'

const NAMESPACE = 'http://www.w3.org/1999/xhtml'
const connected = { isConnected: true, namespaceURI: NAMESPACE }

interface Fake extends Record<string, unknown> {
  attributes: Record<string, string>
}
const link = (attributes: Record<string, string>): Fake => ({
  ...connected,
  attributes,
  get rel() {
    return attributes.rel ?? ''
  },
  get type() {
    return attributes.type ?? ''
  },
  get href() {
    return URL.canParse(attributes.href ?? '') ? new URL(attributes.href ?? '').href : ''
  },
  getAttribute: (name: string) => attributes[name] ?? null,
  hasAttribute: (name: string) => name in attributes,
})
const meta = (content: string, parent = 'HEAD'): Fake => ({
  ...connected,
  attributes: {},
  name: 'Monetization',
  content,
  parentNode: { nodeName: parent },
})
const paid = (href = 'https://wallet.example/a') => link({ rel: 'monetization', href })

let links: Fake[]
let metas: Fake[]
let refused: unknown[]
let list: TagList

beforeEach(() => {
  links = []
  metas = []
  refused = []
  list = new TagList(
    links as unknown as HTMLLinkElement[],
    metas as unknown as HTMLMetaElement[],
    (element) => refused.push(element),
  )
})
const addresses = () => list.tags.map(({ address }) => address)

test('takes links by their token and the address as resolved', () => {
  links.push(link({ rel: 'stylesheet', href: 'https://a.example/x.css' }))
  links.push(link({ rel: 'nofollow MONETIZATION', href: 'https://Wallet.example' }))
  expect(list.scan().came).toBe(true)
  expect(addresses()).toEqual(['https://wallet.example/'])
  expect(list.tags[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
})

test('the same configuration keeps its id', () => {
  links.push(paid())
  list.scan()
  const [before] = list.tags
  expect(list.scan()).toEqual({ came: false, gone: [] })
  expect(list.tags[0]).toBe(before)
})

test.each([
  ['href', 'https://wallet.example/b'],
  ['rel', 'monetization nofollow'],
  ['crossorigin', ''],
  ['crossorigin', 'use-credentials'],
  ['type', 'application/json'],
])('another %s is another configuration: %j', (name, value) => {
  const element = paid()
  links.push(element)
  list.scan()
  const [before] = list.tags
  element.attributes[name] = value
  expect(list.isStale()).toBe(true)
  expect(list.scan()).toEqual({ came: true, gone: [before] })
  expect(list.tags[0]?.id).not.toBe(before?.id)
})

test('a disabled link is no tag, and a new one when it is enabled', () => {
  const element = paid()
  links.push(element)
  list.scan()
  const [before] = list.tags
  element.attributes.disabled = ''
  expect(list.isStale()).toBe(true)
  expect(list.scan().gone).toEqual([before])
  delete element.attributes.disabled
  expect(list.scan().came).toBe(true)
  expect(list.tags[0]?.id).not.toBe(before?.id)
  expect(refused).toEqual([])
})

test.each([
  '',
  ' ',
  'application/json',
  'Application/JSON; charset=utf-8',
  'text/json',
  'application/spsp4+json',
])('a link of type %j is a tag', (type) => {
  links.push(link({ rel: 'monetization', href: 'https://wallet.example/a', type }))
  list.scan()
  expect(list.tags).toHaveLength(1)
})

test.each(['text/css', 'application/jsonp', 'application/x', 'json', 'image/svg+xml'])(
  'a link of type %j is not obtained, and hears nothing',
  (type) => {
    const element = link({ rel: 'monetization', href: 'https://wallet.example/a', type })
    links.push(element)
    metas.push(meta('$first.example'))
    list.scan()
    expect(list.tags).toEqual([])
    expect(refused).toEqual([])
    element.attributes.type = 'application/json'
    expect(list.scan().came).toBe(true)
  },
)

test('a removed tag is stale before the list is scanned again', () => {
  const element = paid()
  links.push(element)
  list.scan()
  element.isConnected = false
  expect(list.isStale()).toBe(true)
})

test.each([[{}], [{ href: '' }], [{ href: 'http://[' }]])('refuses %j once', (attributes) => {
  const element = link({ rel: 'monetization', ...attributes })
  links.push(element)
  list.scan()
  list.scan()
  expect(list.tags).toEqual([])
  expect(refused).toEqual([element])
})

test('refuses what is over the limit, and keeps those that were there before', () => {
  for (let i = 0; i < MAX_TAGS; i++) links.push(paid(`https://wallet.example/${i}`))
  list.scan()
  const before = list.tags
  links.unshift(paid('https://late.example/'))
  expect(list.scan()).toEqual({ came: false, gone: [] })
  expect(list.tags).toEqual(before)
  expect(refused).toEqual([links[0]])
})

test('takes the first meta of the head, as written', () => {
  metas.push(meta('$body.example', 'BODY'), meta('$first.example'), meta('$second.example'))
  list.scan()
  expect(addresses()).toEqual(['$first.example'])
  expect(list.tags[0]?.kind).toBe('meta')
})

test('a later link takes over from a meta, even a disabled one', () => {
  metas.push(meta('$first.example'))
  list.scan()
  const [before] = list.tags
  links.push(link({ rel: 'monetization', disabled: '', href: 'https://wallet.example/' }))
  expect(list.scan().gone).toEqual([before])
  expect(list.tags).toEqual([])
})

test('elements of other namespaces are no tags', () => {
  links.push({ ...paid(), namespaceURI: 'http://www.w3.org/2000/svg', rel: 'monetization' })
  metas.push({ ...meta('$a.example'), namespaceURI: null })
  list.scan()
  expect(list.tags).toEqual([])
})
