import type { BrowserDriver } from '../browsers/driver.ts'
import { setUpWallet } from '../demo/wallet/set-up-wallet.ts'
import type { Localnet } from '../localnet/localnet.ts'

/** A wallet that pays, as it is for people. */
export const setUpPayer = async (driver: BrowserDriver, localnet: Localnet): Promise<void> => {
  const [account] = localnet.btp
  if (!account) throw new Error('The local network has no account for payers')
  const popup = await driver.newWindow(`${driver.extensionOrigin}/popup.html`)
  const scale = 10n ** BigInt(account.asset.scale)
  const wishes = { account, ratePerHour: 36n * scale, firstBudget: 1_000n * scale }
  await setUpWallet(popup, { ...wishes, budget: undefined })
  await popup.setSwitch('Payments', true)
  await popup.close()
}
