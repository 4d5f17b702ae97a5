import { waitUntil } from '../../../browsers/wait-until.ts'
import type { TestSite } from './test-site.ts'

/** Tells the server what the page sees, and does what the answer says: asking the page would take a debugger. */
const TELLER = `<script>
  let last = Promise.resolve()
  const say = (what) => (last = last
    .then(() => fetch('/say' + location.pathname + '/' + what, { method: 'POST' }))
    .then((response) => response.text())
    .then((order) => setTimeout(order))
    // What is lost when the page is left must not silence it for when it comes back.
    .catch(() => {}))
  const see = () => say(document.prerendering ? 'prerendering' : document.visibilityState)
  document.addEventListener('visibilitychange', see)
  document.addEventListener('prerenderingchange', () => say('activated'))
  addEventListener('pageshow', ({ persisted }) => persisted && say('restored'))
  see()
  for (const type of ['progress', 'stop'])
    document.monetization?.addEventListener('monetization' + type, () => say(type))
</script>`

const WORDS = [
  ...['visible', 'hidden', 'prerendering', 'activated', 'restored'],
  ...['progress', 'stop'],
]

/** Pages of version 1 in a browser that nobody steers. */
export interface TellingPages {
  /** Puts a page there that asks to be paid; gives its address. */
  readonly page: (name: string, pointer: string, more?: string) => string
  /** How often it was said: `a visible`, `b progress`. */
  readonly count: (what: string) => number
  readonly until: (what: string, times?: number) => Promise<void>
  /** The page runs this when it has next said something. */
  readonly order: (name: string, script: string) => void
}

export const openTellingPages = (site: TestSite): TellingPages => {
  const said: string[] = []
  const orders = new Map<string, string>()
  const count = (what: string): number => said.filter((one) => one === what).length
  return {
    page(name, pointer, more = '') {
      for (const word of WORDS)
        site.answer(`/say/${name}/${word}`, (_, response) => {
          said.push(`${name} ${word}`)
          response.end(orders.get(name) ?? '')
          orders.delete(name)
        })
      const meta = `<meta name="monetization" content="${pointer}">`
      return site.page(`/${name}`, `${meta}<title>${name}</title>${more}${TELLER}`, {
        // A page that must not be stored is not kept for going back to.
        'cache-control': 'no-cache',
      })
    },
    count,
    async until(what, times = 1) {
      await waitUntil(() => Promise.resolve(count(what) >= times ? true : null), {
        what: `${times} × ${what} in ${said.join(', ')}`,
      })
    },
    order: (name, script) => orders.set(name, script),
  }
}
