import type { Tab } from '../../browsers/driver.ts'
import { waitUntil } from '../../browsers/wait-until.ts'
import { lookAtPopup, type PopupLook } from './look-at-popup.ts'

/** Waits until the popup shows one of these views; throws what the popup itself says is wrong. */
export const awaitView = async (
  popup: Tab,
  ...views: readonly PopupLook['view'][]
): Promise<PopupLook['view']> => {
  const { view, error } = await waitUntil(
    async () => {
      const seen = await lookAtPopup(popup)
      return seen.error !== null || views.includes(seen.view) ? seen : null
    },
    // The wallet itself gives up on a connector that does not answer before that.
    { what: `the wallet to show ${views.join(' or ')}`, timeoutMs: 40_000 },
  )
  if (error !== null) throw new Error(`The wallet says: ${error}`)
  return view
}
