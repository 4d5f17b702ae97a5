import { randomInt } from 'node:crypto'
import type { Database } from 'node-sqlite3-wasm'
import type { Announcement, BtpAccount, HttpAccount, PointerEntry } from './announcement.ts'
import { Closers } from './closers.ts'
import { connectorConfig } from './connector/connector-config.ts'
import { connectorForReceivers } from './connector/connector-for-receivers.ts'
import { startConnector, type Connector } from './connector/start-connector.ts'
import { Home } from './home/home.ts'
import { startHome } from './home/start-home.ts'
import type { Localnet, LocalnetOptions } from './localnet.ts'
import { HTTP_PAYERS, PAYERS, SITES, WALLETS } from './network-plan.ts'
import { portOf, portPlan, type PortPlan } from './port-plan.ts'
import { startSite, type Site } from './start-site.ts'
import { Book } from './store/book.ts'
import { Splits } from './store/splits.ts'
import { startVerifier } from './verifier/start-verifier.ts'
import { VerifiedBook } from './verifier/verified-book.ts'
import { startWallet, type Wallet } from './wallets/start-wallet.ts'

const payerAccounts = (ports: PortPlan): BtpAccount[] =>
  PAYERS.map(({ entry, asset, username, token }) => {
    const url = `ws://127.0.0.1:${portOf(ports.entries, entry)}`
    return { url, username, token, asset, entry }
  })

const httpAccounts = (ports: PortPlan): HttpAccount[] =>
  HTTP_PAYERS.map(({ entry, asset, username, token }) => {
    const url = `http://127.0.0.1:${portOf(ports.http, entry)}/ilp`
    return { url, username, token, asset, entry }
  })

const openConnector = (
  ports: PortPlan,
  accounts: readonly BtpAccount[],
  { onConnectorLost: onLost }: LocalnetOptions,
): Promise<Connector> => {
  const entries = [...PAYERS.map(({ entry, asset }) => ({ name: entry, asset })), ...WALLETS].map(
    ({ name, asset }) => ({ name, asset, port: portOf(ports.entries, name) }),
  )
  const httpEntries = HTTP_PAYERS.map(({ entry: name, asset, token }) => {
    return { name, asset, token, port: portOf(ports.http, name) }
  })
  const config = connectorConfig(entries, httpEntries, ports.admin)
  return startConnector({ config, accounts, onLost })
}

const openWallet = (
  ports: PortPlan,
  book: Book,
  wallet: (typeof WALLETS)[number],
  tls: LocalnetOptions['tls'],
): Promise<Wallet> => {
  const { name } = wallet
  const server = `btp+ws://spsp:${name}-secret@127.0.0.1:${portOf(ports.entries, name)}`
  const https =
    tls && name === WALLETS[0]?.name ? { port: ports.https, certificate: tls } : undefined
  return startWallet({ ...wallet, book, server, port: portOf(ports.wallets, name), https })
}

const walletUrl = (ports: PortPlan, wallet: string, user: string): string =>
  `http://127.0.0.1:${portOf(ports.wallets, wallet)}/${user}`

const openSite = (
  ports: PortPlan,
  { name, tags }: (typeof SITES)[number],
  pointers: readonly PointerEntry[],
): Promise<Site> => {
  const siteTags = tags.map(({ wallet, user, spelling }) => {
    const url = walletUrl(ports, wallet, user)
    const entry = pointers.find((candidate) => candidate.url === url)
    if (entry === undefined)
      throw new Error(`Site ${name} names an unknown pointer: ${wallet}/${user}`)
    return { placeholder: user, address: entry[spelling], entry }
  })
  const verifier = `http://127.0.0.1:${ports.verifier}`
  const texts = {
    receipts: `${verifier}/receipts`,
    verified: `${verifier}/${tags[0]?.wallet}/${tags[0]?.user}`,
  }
  return startSite(name, portOf(ports.sites, name), siteTags, texts)
}

/** Which path of the verifier stands for which SPSP endpoint. */
const verifiedEndpoints = (ports: PortPlan): ReadonlyMap<string, string> =>
  new Map(
    WALLETS.flatMap(({ name, users }) =>
      users.map((user) => [`${name}/${user}`, walletUrl(ports, name, user)] as const),
    ),
  )

const openHome = (
  ports: PortPlan,
  book: Book,
  verified: VerifiedBook,
  wallets: readonly Wallet[],
  { draw = (below) => randomInt(below) }: LocalnetOptions,
): Home =>
  new Home({
    book,
    splits: new Splits(book.db),
    verified,
    wallets,
    draw,
    origin: `http://127.0.0.1:${ports.home}`,
    verifier: `http://127.0.0.1:${ports.verifier}`,
  })

/** The verifier stands before registered pointers, too, under `home/`. */
const registered = (home: Home) => (path: string) =>
  path.startsWith('home/') ? home.account(path.slice('home'.length))?.url : undefined

/** Starts all parts on the ports from `base` on; if one fails, none is left. */
export const buildNetwork = async (
  base: number,
  db: Database,
  options: LocalnetOptions,
): Promise<Localnet> => {
  const ports = portPlan(base)
  const btp = payerAccounts(ports)
  const closers = new Closers()
  const book = new Book(db)
  try {
    const connector = await openConnector(ports, btp, options)
    closers.add(connector.kill)

    const wallets: Wallet[] = []
    for (const wallet of WALLETS) {
      const opened = await openWallet(ports, book, wallet, options.tls)
      closers.add(opened.stop)
      wallets.push(opened)
    }
    const pointers = wallets.flatMap((wallet) => wallet.pointers)

    const verified = new VerifiedBook(db)
    const home = openHome(ports, book, verified, wallets, options)
    const endpoints = verifiedEndpoints(ports)
    const verifier = await startVerifier(ports.verifier, verified, endpoints, registered(home))
    closers.add(verifier.stop)
    closers.add(await startHome(ports.home, home))

    const sites: Site[] = []
    for (const site of SITES) {
      const opened = await openSite(ports, site, pointers)
      closers.add(opened.stop)
      sites.push(opened)
    }

    const announcement: Announcement = {
      version: 1,
      btp,
      http: httpAccounts(ports),
      admin: `http://127.0.0.1:${ports.admin}`,
      wallets: pointers,
      sites: sites.map((site) => site.entry),
      verifier: verifier.entry,
      home: { url: `${home.parts.origin}/` },
      ...(options.tls && {
        https: { port: ports.https, pointers: options.tls.hosts.map((host) => `$${host}/alice`) },
      }),
    }
    const links = wallets.map((wallet) => wallet.link)
    return {
      ...announcement,
      announcement,
      connector: connectorForReceivers(connector, links),
      stop: () => closers.closeAll(),
    }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}
