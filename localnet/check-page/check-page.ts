import { checkPointer, type CheckedNetwork } from './check-pointer.ts'
import { findTags, type MarkedTag } from './find-tags.ts'
import type { Finding } from './finding.ts'
import { networkError } from './network-error.ts'
import { isLoopback } from './pointer-url.ts'

const DEADLINE_MS = 5_000

const addressOf = ({ api, attributes }: MarkedTag): string =>
  (attributes.get(api === 'link' ? 'href' : 'content') ?? '').trim()

const source = ({ api, attributes }: MarkedTag): string => {
  const written = [...attributes].map(([name, value]) => ` ${name}="${value}"`)
  return `<${api}${written.join('')}>`
}

/** What is to be said of a tag, whether its pointer answers or not. */
const aboutTag = (tag: MarkedTag): Omit<Finding, 'about'>[] => {
  const { api, attributes, inHead } = tag
  const said: Omit<Finding, 'about'>[] = []
  if (api === 'meta' && !inHead)
    said.push({ level: 'wrong', text: 'a meta counts in the head only, and this one is not in it' })
  if (attributes.has('disabled'))
    said.push({
      level: 'note',
      text: 'the link is "disabled": it is not paid until that is taken away',
    })
  if (api === 'link' && addressOf(tag).startsWith('$')) {
    const text = 'a link wants a URL (https://…); not every wallet takes a "$" there'
    said.push({ level: 'note', text })
  }
  if (api === 'link' && attributes.get('rel') !== 'monetization') {
    const text = `rel="${attributes.get('rel')}" is right, but some wallets look for rel="monetization" to the letter`
    said.push({ level: 'note', text })
  }
  return said
}

const aboutAll = (tags: readonly MarkedTag[]): string[] => {
  const links = tags.filter(({ api }) => api === 'link').length
  const metas = tags.length - links
  if (tags.length === 0)
    return [
      'there is no monetization tag in its HTML. One that a script adds shows in the browser, below; otherwise put <link rel="monetization" href="https://wallet.example/you"> into the head',
    ]
  const said: string[] = []
  if (metas > 1)
    said.push(
      `there are ${metas} metas; the older API knows one, and wallets differ in which they pay`,
    )
  if (metas > 0 && links > 0)
    said.push(
      'there is a meta and a link; the link decides, and the events of document.monetization do not come',
    )
  if (links > 1) said.push(`there are ${links} links; what a visitor pays is shared among them`)
  return said
}

/** Fetches a page and asks each pointer that its HTML names. Never rejects. */
export const checkPage = async (address: string, network: CheckedNetwork): Promise<Finding[]> => {
  const findings: Finding[] = []
  const add = (level: Finding['level'], about: string, text: string) => {
    findings.push({ level, about, text })
  }
  const signal = AbortSignal.timeout(DEADLINE_MS)
  const response = await fetch(address, { headers: { accept: 'text/html' }, signal }).catch(
    (error: unknown) => networkError(error),
  )
  if (typeof response === 'string') {
    add('wrong', address, `it cannot be fetched: ${response}`)
    return findings
  }
  const { url, status, redirected } = response
  if (redirected) add('note', address, `it leads on to ${url}`)
  if (!isLoopback(new URL(url)) && !url.startsWith('https:'))
    add('wrong', url, 'it is not https: browsers give the events of payments to secure pages only')
  if (status !== 200) add('note', url, `it answers with status ${status}`)
  const type = response.headers.get('content-type') ?? ''
  if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type))
    add(
      'wrong',
      url,
      `it answers ${type || 'no content type'}, not text/html; browsers show no page`,
    )

  const found = findTags(await response.text().catch(() => ''))
  for (const tag of found) if (tag.miss !== null) add('wrong', source(tag), tag.miss)
  const tags = found.filter(({ miss }) => miss === null)
  for (const text of aboutAll(tags)) add(tags.length === 0 ? 'wrong' : 'note', url, text)
  for (const tag of tags) {
    const about = addressOf(tag)
    for (const { level, text } of aboutTag(tag)) add(level, about, text)
    findings.push(...(await checkPointer(about, url, network)).findings)
  }
  return findings
}
