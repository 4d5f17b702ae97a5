import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Announcement } from './announcement.ts'
import { checkPage } from './check-page/check-page.ts'
import { sayFindings } from './check-page/say-findings.ts'
import type { PayOptions } from './cli-options.ts'

/** A process of its own: the network knows nothing of browsers. */
const BROWSER = fileURLToPath(new URL('../demo/pay-page/main.ts', import.meta.url))

/** What a page's HTML and its pointers look like from here. */
export const sayPage = async (url: string, { wallets }: Announcement): Promise<string> => {
  const offers = wallets
    .filter(({ pointer }) => pointer.endsWith('/alice'))
    .map(({ url, asset }) => `${url} (${asset.code})`)
  const findings = await checkPage(url, { prefix: 'test.tributary.', offers })
  return `\nThe page, as it is served:\n${sayFindings(findings)}\n`
}

/** Opens a page in a browser with Tributary in it, set up with the network's first account. */
export const openPaidPage = (pay: PayOptions, { btp }: Announcement) => {
  // Our stdout belongs to the announcement.
  const child = fork(BROWSER, [], { stdio: ['ignore', 2, 2, 'ipc'] })
  const exited = once(child, 'exit')
  child.send({ ...pay, account: btp[0] })
  return {
    /** Resolves with its exit code: 0 once the browser was closed. */
    ended: exited.then(([code]) => (code as number | null) ?? 1),
    stop: async (): Promise<void> => {
      child.kill('SIGTERM')
      await exited
    },
  }
}
