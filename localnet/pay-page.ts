import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Announcement } from './announcement.ts'
import { checkPage } from './check-page/check-page.ts'
import { checkTrusting } from './check-page/check-trusting.ts'
import { sayFindings } from './check-page/say-findings.ts'
import type { PayOptions } from './cli-options.ts'

/** A process of its own: the network knows nothing of browsers. */
const BROWSER = fileURLToPath(new URL('../demo/pay-page/main.ts', import.meta.url))

/** What a page's HTML and its pointers look like from here. */
const pageAsServed = async (
  { url, ca }: PayOptions,
  { wallets }: Announcement,
): Promise<string> => {
  const offers = wallets
    .filter(({ pointer }) => pointer.endsWith('/alice'))
    .map(({ url, asset }) => `${url} (${asset.code})`)
  const network = { prefix: 'test.tributary.', offers }
  const findings = await (ca ? checkTrusting(ca.file, { url, network }) : checkPage(url, network))
  return `\nThe page, as it is served:\n${sayFindings(findings)}\n`
}

/** The browser with Tributary in it, set up with the network's first account. */
const openBrowser = ({ ca, ...pay }: PayOptions, { btp }: Announcement): ChildProcess => {
  // Our stdout belongs to the announcement.
  const child = fork(BROWSER, [], { stdio: ['ignore', 2, 2, 'ipc'] })
  child.send({ ...pay, ca: ca?.certificates ?? [], account: btp[0] })
  return child
}

/** Says what a page looks like, and opens it in a browser that pays it. */
export const showPage = (
  pay: PayOptions,
  announcement: Announcement,
  say: (text: string) => void,
) => {
  let browser: ChildProcess | null = null
  let stopped = false
  const show = async (): Promise<number> => {
    say(await pageAsServed(pay, announcement))
    if (stopped) return 0
    browser = openBrowser(pay, announcement)
    const [code] = (await once(browser, 'exit')) as [number | null]
    return code ?? 1
  }
  const ended = show()
  return {
    /** Resolves with its exit code: 0 once the browser was closed. */
    ended,
    stop: async (): Promise<void> => {
      stopped = true
      if (browser?.kill('SIGTERM')) await ended
    },
  }
}
