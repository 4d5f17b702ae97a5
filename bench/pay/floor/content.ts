import type { Runtime } from 'webextension-polyfill'

const { browser, chrome } = globalThis as unknown as Record<
  'browser' | 'chrome',
  { readonly runtime: Runtime.Static } | undefined
>

document.addEventListener('DOMContentLoaded', () => {
  const link = document.querySelector<HTMLLinkElement>('link[rel=monetization]')
  const port = link && (browser ?? chrome)?.runtime.connect({ name: 'page' })
  if (!link || !port) return
  port.onMessage.addListener(() => {
    link.dispatchEvent(new CustomEvent('monetization', { bubbles: true }))
  })
  port.postMessage({ address: link.href, echo: link.dataset['echo'] })
})
