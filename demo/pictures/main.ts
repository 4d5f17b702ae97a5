import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../../browsers/launch-browser.ts'
import type { HostMapping } from '../../browsers/launch-options.ts'
import { makeThrowawayCa } from '../../browsers/throwaway-ca.ts'
import { Closers } from '../../localnet/closers.ts'
import { startLocalnet } from '../../localnet/start-localnet.ts'
import { whenParentEnds } from '../../setup/when-parent-ends.mjs'
import { buildExtension } from '../build-extension.ts'
import { chooseBrowser } from '../choose-browser.ts'
import { ROOT } from '../root.ts'
import { say } from '../say.ts'
import { serveSecurely } from './secure-front.ts'
import { SHOWN_SITES, SHOWN_WALLETS } from './sites.ts'
import { takePictures } from './take-pictures.ts'

/**
 * `npm run screenshots`: every picture of the README and of the stores, from the real extension on a local network.
 * The demo sites have names and TLS here, and so do the wallets that
 * they name, so that a picture shows what people will see, and not a port of this computer.
 */
const FOLDER = join(ROOT, 'docs', 'pictures')

const closers = new Closers()
const stop = async (code: number): Promise<never> => {
  await closers.closeAll()
  process.exit(code)
}
whenParentEnds(() => void stop(1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(130))

const run = async (): Promise<void> => {
  const { kind, executable } = await chooseBrowser('chrome')
  say('Building the extension')
  const extensionDir = await buildExtension(kind)

  say('Starting a local Interledger network')
  const localnet = await startLocalnet()
  closers.add(localnet.stop)
  const wallets = [...new Set(localnet.wallets.map(({ url }) => new URL(url).host))]
  const names = new Map([
    ...localnet.sites.map(({ url }, at) => [new URL(url).host, SHOWN_SITES[at]!.host] as const),
    ...wallets.map((place, at) => [place, SHOWN_WALLETS[at]!] as const),
  ])
  const ca = makeThrowawayCa([...names.values()])
  const hostMap: HostMapping[] = []
  for (const [place, host] of names) {
    const front = await serveSecurely(place, names, ca)
    closers.add(() => front.close())
    hostMap.push({ host, port: front.port })
  }

  say('Starting the browser')
  const driver = await launchBrowser({
    kind,
    executable,
    extensionDir,
    hostMap,
    trustedCas: [ca.caCertPem],
    windowSize: { width: 1280, height: 800 },
  })
  closers.add(() => driver.close())
  mkdirSync(FOLDER, { recursive: true })
  await takePictures({ driver, account: localnet.btp[0]!, folder: FOLDER })
}

try {
  await run()
  say(`The pictures are in ${FOLDER}`)
  await stop(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  await stop(1)
}
