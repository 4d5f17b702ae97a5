import type { BtpAccount } from '../../localnet/announcement.ts'
import {
  givesNoAsset,
  nothingListens,
  refusesOrigins,
  speaksNoBtp,
  type OddConnector,
} from './kit/odd-connectors.ts'
import { expect, test } from './kit/test.ts'
import type { WalletPopup } from './kit/wallet-popup.ts'

interface Attempt {
  readonly address: string
  readonly username: string
  readonly token: string
}

/** Tries to connect; gives what is said beside the field, once something is, and checks what was kept. */
const refusalOf = async (
  popup: WalletPopup,
  label: 'Connector address' | 'Access token',
  { address, username, token }: Attempt,
): Promise<string> => {
  await popup.fillConnection(address, username, token)
  await popup.tab.clickButton('Connect')
  await popup.tab.waitFor(
    `!document.querySelector('button[type=submit]').matches('[aria-disabled=true]') && document.querySelector('.field .error')`,
    { what: `${address} to be refused` },
  )
  const kept = await Promise.all(
    ['Connector address', 'Account name', 'Access token'].map((name) => popup.field(name)),
  )
  expect(kept.map((field) => field?.value)).toEqual([address, username, token])
  expect(kept.filter((field) => field?.error)).toHaveLength(1)
  return (await popup.field(label))?.error ?? ''
}

/** Step 1 with all of it in the address, step 2 with amounts that will not do, and the start. */
const leadThroughBothSteps = async (popup: WalletPopup, account: BtpAccount): Promise<void> => {
  const { url, username, token } = account
  await popup.fillConnection('', '', '')
  await popup.tab.fillField(
    'Connector address',
    `btp+${url.replace('//', `//${username}:${token}@`)}`,
  )
  await popup.tab.clickButton('Connect')
  await popup.until('the second step', ({ view }) => view === 'budget')

  for (const [typed, words] of [
    ['five', 'Enter an amount in digits'],
    ['-1', 'Enter an amount in digits'],
    ['0.0000000001', 'This asset has 9 decimals'],
    ['99999999999999999999', 'more than can be counted'],
  ] as const) {
    await popup.tab.fillField('Monthly budget', typed)
    await popup.tab.clickButton('Start')
    await expect
      .poll(async () => (await popup.field('Monthly budget'))?.error, { message: typed })
      .toContain(words)
    expect((await popup.field('Monthly budget'))?.value).toBe(typed)
  }

  await popup.tab.fillField('Monthly budget', '0.123456789')
  await popup.tab.clickButton('Start')
  const { budget } = await popup.until('the switched-on wallet', ({ payments }) => payments)
  expect(budget).toMatchObject({ limit: 123_456_789n, spent: 0n, left: 123_456_789n })
  expect(await popup.tab.evaluate('document.body.textContent')).not.toContain(token)
}

test('first run: words beside the field for what is wrong, what was typed is kept, and then it starts', async ({
  launch,
  account,
}) => {
  const browser = await launch()
  const popup = await browser.popupFor()
  await popup.until('the first step', ({ view }) => view === 'connect')
  const known = { address: account.url, username: account.username, token: account.token }
  const there = (address: string): Attempt => ({ ...known, address })
  const odd: OddConnector[] = []
  const opened = async (connector: Promise<OddConnector>): Promise<string> => {
    odd.push(await connector)
    return (await connector).url
  }
  const inAddress = (attempt: Attempt) => refusalOf(popup, 'Connector address', attempt)
  try {
    const closed = await opened(nothingListens())
    expect(await inAddress(there(closed))).toContain(`Nothing answers at ${closed}`)
    for (const nonsense of ['my connector', 'ftp://connector.example/', ''])
      expect(await inAddress(there(nonsense)), nonsense).toContain('not a connector address')
    for (const open of ['ws://connector.example/', 'http://192.168.0.1:7768/'])
      expect(await inAddress(there(open)), open).toContain('not encrypted')
    const noToken = await refusalOf(popup, 'Access token', { ...known, token: '' })
    expect(noToken).toContain('Enter the access token')
    const wrongToken = await refusalOf(popup, 'Access token', { ...known, token: 'guessed' })
    expect(wrongToken).toContain('refused this account name and token')
    const other = await opened(speaksNoBtp())
    expect(await inAddress(there(other))).toContain(
      '(WebSocket, application/json), but not with BTP',
    )
    const shut = await inAddress(there(await opened(refusesOrigins())))
    expect(shut).toContain('closed the door to this extension')
    const code = await popup.tab.text('.field .error code')
    expect(code).toBe(browser.driver.extensionOrigin)
    expect(await inAddress(there(await opened(givesNoAsset())))).toContain('which asset')
    expect((await popup.look()).view).toBe('connect')
  } finally {
    await Promise.all(odd.map(({ close }) => close()))
  }
  await leadThroughBothSteps(popup, account)
})
