import type { Glance } from '../../src/wallet/glance.ts'
import type { WalletCommands } from '../../src/wallet/commands.ts'
import type { MessageKey } from '../ui/words/message.ts'

/** What the menu of the toolbar icon offers. `toggle-pause` is a key as well. */
type MenuId = 'toggle-payments' | 'toggle-pause' | 'never-site'

export interface MenuItem {
  readonly id: MenuId
  readonly text: MessageKey
  readonly enabled: boolean
}

export const menuItems = ({ ready, payments, pausedUntil }: Glance): readonly MenuItem[] => [
  { id: 'toggle-payments', text: payments ? 'menu_stop' : 'menu_start', enabled: ready },
  {
    id: 'toggle-pause',
    text: pausedUntil === null ? 'menu_pause' : 'menu_goOn',
    enabled: ready && payments,
  },
  { id: 'never-site', text: 'menu_never', enabled: ready },
]

/** Does what the item with this id says now; nothing where it is not enabled. */
export const chooseItem = async (
  id: unknown,
  glance: Glance,
  commands: Pick<WalletCommands, 'setPayments' | 'pause' | 'neverPay'>,
  /** Of the page in front, where the browser tells its address. */
  url?: string,
): Promise<void> => {
  const item = menuItems(glance).find((one) => one.id === id)
  if (!item?.enabled) return
  if (item.id === 'never-site') {
    if (url !== undefined) await commands.neverPay(url)
  } else if (item.id === 'toggle-payments') await commands.setPayments(!glance.payments)
  else if (glance.pausedUntil === null) await commands.pause()
  else await commands.setPayments(true)
}
