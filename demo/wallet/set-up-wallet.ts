import type { Tab } from '../../browsers/driver.ts'
import type { BtpAccount } from '../../localnet/announcement.ts'
import { plainAmount } from '../../extension/ui/plain-amount.ts'
import { awaitView } from './await-view.ts'
import { saveSetting } from './save-setting.ts'

export interface WalletWishes {
  readonly account: BtpAccount
  readonly ratePerHour: bigint
  /** For a wallet that has none yet. */
  readonly firstBudget: bigint
  /** For any; undefined: a wallet that has one keeps it. */
  readonly budget: bigint | undefined
}

const connect = async (popup: Tab, { url, username, token }: BtpAccount): Promise<void> => {
  await popup.fillField('Connector address', url)
  await popup.fillField('Account name', username)
  await popup.fillField('Access token', token)
  await popup.setCheckbox('Developer mode', true)
  await popup.clickButton('Connect')
}

const connectedTo = (popup: Tab, url: string): Promise<boolean> =>
  popup.evaluate(
    `[...document.querySelectorAll('.connection dd')].some((one) => one.textContent.replace(/\\/$/, '') === ${JSON.stringify(url)})`,
  )

/** Brings the wallet to its main view as a person would, whether it was used before or not. */
const firstRun = async (popup: Tab, { account, firstBudget }: WalletWishes): Promise<void> => {
  let view = await awaitView(popup, 'connect', 'budget', 'main')
  if (view === 'connect') {
    await connect(popup, account)
    view = await awaitView(popup, 'budget', 'main')
  }
  if (view === 'budget') {
    await popup.fillField('Monthly budget', plainAmount(`${firstBudget}`, account.asset))
    await popup.clickButton('Start')
    await awaitView(popup, 'main')
  }
}

/** Leaves the wallet connected and with its budget and rate, and payments switched off. */
export const setUpWallet = async (popup: Tab, wishes: WalletWishes): Promise<void> => {
  const { account, ratePerHour, budget } = wishes
  await firstRun(popup, wishes)
  await popup.clickButton('Settings')
  if (!(await connectedTo(popup, account.url))) {
    await popup.clickButton('Change connection')
    await popup.clickButton('Take it away')
    await awaitView(popup, 'connect')
    await firstRun(popup, wishes)
    await popup.clickButton('Settings')
  }
  await popup.setSwitch('Payments', false)
  await popup.setCheckbox('Developer mode', true)
  if (budget !== undefined)
    await saveSetting(popup, 'Monthly budget', plainAmount(`${budget}`, account.asset))
  await saveSetting(popup, 'Hourly rate', plainAmount(`${ratePerHour}`, account.asset))
}
