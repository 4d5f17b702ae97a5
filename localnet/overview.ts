import type { Announcement, BtpAccount, PointerEntry } from './announcement.ts'

const account = ({ url, username, token, asset }: BtpAccount): string => `
  Connector address   ${url}
  Account name        ${username}
  Access token        ${token}
  Asset               ${asset.code}, scale ${asset.scale}
`

const wallet = ({ pointer, asset, records }: PointerEntry): string =>
  `  ${pointer.padEnd(28)} ${asset.code}/${asset.scale}   received: ${records}`

/** The network for a person who wants to try a wallet on it. */
export const overview = ({ btp, http, admin, wallets, sites, home }: Announcement): string =>
  `An Interledger network runs on this machine. The money is play money; Ctrl-C ends it.

Connect Tributary with one of these accounts, and tick "Developer mode":
${btp.map(account).join('')}
The same over HTTP, without a way back to the wallet:
${http.map(account).join('')}
Then open a site that gets paid while you look at it:
${sites.map(({ url, pointers }) => `  ${url}  ${pointers.join('  ')}`).join('\n')}

The wallet's page: pointers of your own, what came in, revenue splits, receipts:
  ${home.url}

Receiving wallets:
${wallets.map(wallet).join('\n')}

What the connector says each account owes: ${admin}/balance
`
