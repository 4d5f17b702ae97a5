/* eslint-disable @typescript-eslint/unbound-method -- called on what they do not belong to, to make them throw */
import { pageCall } from '../../../browsers/page-call.ts'

interface MonetizedWindow {
  readonly MonetizationEvent: new (type: string, init?: object) => Event
  readonly MonetizationCurrencyAmount: new () => unknown
}

/**
 * Runs in a page with a link. Makes the page's script of the extension call back or throw wherever it can, and
 * gives every text that tells where: stacks, file names, and what the browser's own lists name.
 */
const provoke = async (): Promise<string[]> => {
  const texts: string[] = []
  const note = (error: unknown): void => {
    const { stack, message, fileName } = error as Error & { fileName?: string }
    texts.push(String(stack), message, fileName ?? '')
  }
  const attempt = (act: () => unknown): void => {
    try {
      act()
    } catch (error) {
      note(error)
    }
  }
  const page = window as unknown as MonetizedWindow
  const link = document.querySelector('link')
  if (!link) return texts
  const calling = {
    toString: () => {
      note(new Error('called back'))
      return 'monetization'
    },
  }
  const asArgument = calling as unknown as string
  const { monetization } = document as unknown as { monetization: EventTarget }
  attempt(() => link.relList.supports(asArgument))
  attempt(() => document.body.classList.supports('x'))
  attempt(() => (link.relList as unknown as { supports(): boolean }).supports())
  attempt(() => new page.MonetizationCurrencyAmount())
  attempt(() => new page.MonetizationEvent(asArgument))
  attempt(() => new (page.MonetizationEvent as unknown as new () => Event)())
  attempt(() => new page.MonetizationEvent('x', { amountSent: 1, paymentPointer: asArgument }))
  const init = new Proxy({}, { get: () => note(new Error('called back')) })
  attempt(() => new page.MonetizationEvent('x', init))
  for (const owner of [page.MonetizationEvent, page.MonetizationCurrencyAmount])
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(owner.prototype)))
      if (get) attempt(() => void texts.push(name, String(get.call({}))))
  for (const owner of [HTMLElement.prototype, Document.prototype, window, monetization])
    for (const { get, set } of Object.values(Object.getOwnPropertyDescriptors(owner))) {
      if (!/native code/.test(String(get))) attempt(() => get?.call({}))
      if (!/native code/.test(String(set))) attempt(() => set?.call({}, () => {}))
    }
  const onError = new Promise<void>((resolve) =>
    window.addEventListener('error', ({ filename, error }) => {
      texts.push(filename)
      note(error)
      resolve()
    }),
  )
  const handler = () => {
    note(new Error('called back'))
    throw new Error('thrown in a handler')
  }
  Object.assign(monetization, { onmonetizationstart: handler })
  Object.assign(link, { onmonetization: handler })
  monetization.dispatchEvent(new Event('monetizationstart'))
  link.dispatchEvent(new Event('monetization'))
  await onError
  texts.push(...performance.getEntries().map(({ name }) => name))
  texts.push(...[...document.scripts].map(({ src }) => src))
  return texts
}

export const provocations = pageCall(provoke)

/** Runs in a page: what of an extension at this origin it can get at. */
const reach = async (origin: string): Promise<string[]> => {
  const files = [
    'manifest.json',
    'popup.html',
    'welcome.html',
    'try.html',
    'page/page.iife.js',
    'content/attendance.iife.js',
    'content/content.iife.js',
  ]
  const urls = [...files, 'icons/128.png', 'background.js'].map((file) => `${origin}/${file}`)
  const reached: string[] = []
  const load = (tag: 'img' | 'script' | 'link', url: string): Promise<void> =>
    new Promise((resolve) => {
      const element = document.createElement(tag)
      element.addEventListener('error', () => resolve())
      element.addEventListener('load', () => {
        reached.push(`${tag} ${url}`)
        resolve()
      })
      Object.assign(element, tag === 'link' ? { rel: 'stylesheet', href: url } : { src: url })
      document.body.append(element)
    })
  for (const url of urls) {
    await fetch(url).then(
      () => reached.push(`fetch ${url}`),
      () => {},
    )
    for (const tag of ['img', 'script', 'link'] as const) await load(tag, url)
  }
  for (const tag of ['iframe', 'object', 'embed'] as const) {
    const element = document.createElement(tag)
    Object.assign(element, { src: `${origin}/popup.html`, data: `${origin}/popup.html` })
    document.body.append(element)
  }
  try {
    window.open(`${origin}/popup.html`)
  } catch {
    // Firefox says so.
  }
  return reached
}

export const reachFor = (origin: string): string => pageCall(reach, origin)
