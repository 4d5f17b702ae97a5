import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** Something in a page's markup that asks to be paid, or looks as if it should. */
export interface MarkedTag {
  readonly api: 'link' | 'meta'
  readonly attributes: ReadonlyMap<string, string>
  /** Where the HTML parser puts it, whatever the source looks like: text before a tag ends the head. */
  readonly inHead: boolean
  /** It is written so that browsers see no monetization tag in it; this says why. */
  readonly miss: string | null
}

const MISSPELT = /^(?:web-?)?moneti[sz](?:ation|e)$/i
const NAMES = ['name', 'property', 'rel', 'itemprop', 'http-equiv'] as const

const attributesOf = (element: Element): ReadonlyMap<string, string> =>
  new Map(element.attrs.map(({ name, value }) => [name, value]))

const link = (attributes: ReadonlyMap<string, string>): string | null | undefined => {
  const tokens = (attributes.get('rel') ?? '').split(/\s+/)
  if (tokens.some((token) => token.toLowerCase() === 'monetization')) {
    if (attributes.has('href')) return null
    return 'a link names its pointer in "href", and this one has none'
  }
  const near = tokens.find((token) => MISSPELT.test(token))
  if (near !== undefined) return `its "rel" says "${near}"; it has to say "monetization"`
  const other = NAMES.find((name) => name !== 'rel' && MISSPELT.test(attributes.get(name) ?? ''))
  return other && `a link says what it is in "rel", not in "${other}"`
}

const meta = (attributes: ReadonlyMap<string, string>): string | null | undefined => {
  const name = attributes.get('name') ?? ''
  if (name.toLowerCase() === 'monetization') {
    if (attributes.get('content')) return null
    return 'a meta names its pointer in "content", and this one has none'
  }
  if (MISSPELT.test(name)) return `its "name" says "${name}"; it has to say "monetization"`
  const other = NAMES.find((one) => one !== 'name' && MISSPELT.test(attributes.get(one) ?? ''))
  return other && `a meta says what it is in "name", not in "${other}"`
}

const READERS = { link, meta }

/** In the order of the page. What scripts add later is not among them. */
export const findTags = (html: string): MarkedTag[] => {
  const found: MarkedTag[] = []
  const walk = (node: Node, inHead: boolean): void => {
    if ('tagName' in node && (node.tagName === 'link' || node.tagName === 'meta')) {
      const attributes = attributesOf(node)
      const miss = READERS[node.tagName](attributes)
      if (miss !== undefined) found.push({ api: node.tagName, attributes, inHead, miss })
    }
    if (!('childNodes' in node)) return
    for (const child of node.childNodes) walk(child, inHead || node.nodeName === 'head')
  }
  walk(parse(html), false)
  return found
}
