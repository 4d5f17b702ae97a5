import type { Tab } from '../../../browsers/driver.ts'

/** One event that a page heard. */
export interface Heard {
  readonly type: string
  /** The link's `id`; for version 1 the event's `detail.paymentPointer`. */
  readonly of: string
  readonly amount?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** For the head of a test page: writes down all that its tags hear, in both versions of the API. */
export const RECORDER = `<script>
  window.heard = []
  for (const type of ['load', 'error', 'monetization'])
    document.addEventListener(type, (event) => {
      if (!event.target.matches?.('link[rel~=monetization]')) return
      heard.push({ type, of: event.target.id, amount: event.amountSent?.value })
    }, true)
  for (const type of ['pending', 'start', 'progress', 'stop'])
    document.monetization?.addEventListener('monetization' + type, ({ detail }) =>
      heard.push({ type: 'monetization' + type, of: detail.paymentPointer, detail }))
</script>`

/** A page whose links have the ids and addresses given. */
export const pageWithLinks = (links: Readonly<Record<string, string>>, title = 'Site'): string =>
  `<!doctype html><title>${title}</title>${RECORDER}` +
  Object.entries(links)
    .map(([id, href]) => `<link rel="monetization" id="${id}" href="${href}">`)
    .join('')

export const heardBy = (tab: Tab): Promise<readonly Heard[]> => tab.evaluate('heard')

/** Waits until the page heard this event this many times (of that tag). */
export const untilHeard = (tab: Tab, type: string, of: string, times = 1): Promise<void> => {
  const same = `one.type === ${JSON.stringify(type)} && one.of === ${JSON.stringify(of)}`
  return tab.waitFor(`heard.filter((one) => ${same}).length >= ${times}`, {
    what: `${times} × ${type} of ${of}`,
  })
}
