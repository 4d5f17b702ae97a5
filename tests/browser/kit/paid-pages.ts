import type { Localnet } from '../../../localnet/localnet.ts'

/** Two receivers in the payer's own asset, where units sent and units delivered are the same. */
export const usdPointers = ({ wallets }: Localnet): readonly [string, string] => {
  const [one, two] = wallets.filter(
    ({ asset, pointer }) => asset.scale === 9 && asset.code === 'USD' && pointer.endsWith('/alice'),
  )
  if (!one || !two) throw new Error('The local network has no two wallets in USD/9')
  return [one.url, two.url]
}
