import IlpPluginBtp from 'ilp-plugin-btp'
import type { BtpAccount } from '../announcement.ts'

/**
 * ilp-plugin-mini-accounts trusts the first token it sees for a name. Connecting once with the real one makes every
 * other token for that name a wrong one from then on.
 */
export const registerAccount = async ({ url, username, token }: BtpAccount): Promise<void> => {
  const plugin = new IlpPluginBtp({ server: `btp+${url}`, btpAccount: username, btpToken: token })
  await plugin.connect()
  await plugin.disconnect()
}
