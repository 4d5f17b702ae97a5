import { plainAmount } from '../../extension/ui/plain-amount.ts'
import { ACCOUNT_ASSET } from '../account-asset.ts'
import type { PopupLook } from '../wallet/look-at-popup.ts'

type Tag = PopupLook['tags'][number]

/** One tag as the popup shows it: what was paid, or the code of why nothing is. */
export const tagLine = ({ address, sent, delivered, code, scale, reason }: Tag): string => {
  const paid =
    sent === '0'
      ? 'nothing paid yet'
      : `paid ${plainAmount(sent, ACCOUNT_ASSET)}, received ${plainAmount(delivered, { code, scale: Number(scale) })} ${code}`
  return `  ${address}  ${paid}${reason === 'none' ? '' : `  (${reason})`}`
}
