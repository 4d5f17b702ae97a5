import type { WalletPopup } from './wallet-popup.ts'

/**
 * Sets the budget so that only these units of it are left; gives the new limit. For USD/9 and a wallet that pays nobody
 * meanwhile: what a test pays before this is a matter of how fast the machine is, and what it pays after it is not.
 */
export const leaveOnly = async (popup: WalletPopup, units: bigint): Promise<bigint> => {
  const { budget } = await popup.until('the wallet', ({ view }) => view === 'main')
  const limit = budget.spent + budget.reserved + budget.inDoubt + units
  const digits = limit.toString().padStart(10, '0')
  await popup.save('Monthly budget', `${digits.slice(0, -9)}.${digits.slice(-9)}`)
  return limit
}
