import type { Tab } from '../../browsers/driver.ts'
import { pageCall } from '../../browsers/page-call.ts'

/** What the popup shows; amounts as it writes them into its `data-` attributes. */
export interface PopupLook {
  readonly view: 'waking' | 'connect' | 'budget' | 'main'
  /** The first thing that it says went wrong. */
  readonly error: string | null
  readonly page: { readonly state: string; readonly reason: string } | null
  readonly budget: {
    readonly limit: string
    readonly spent: string
    readonly reserved: string
    readonly inDoubt: string
    readonly left: string
  } | null
  readonly tags: readonly {
    readonly address: string
    readonly sent: string
    readonly delivered: string
    readonly code: string
    readonly scale: string
    readonly reason: string
  }[]
}

/** Runs in the popup. */
const look = (): PopupLook => {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const button = (name: string) => all('button').some((one) => one.textContent.trim() === name)
  const page = all('.page-card')[0]?.dataset
  // What the wallet has not answered yet, the sites that are still read included.
  const isWaking = all('[aria-busy=true]').length > 0
  const card = isWaking ? undefined : all('.budget-card')[0]?.dataset
  const errors = all('.error').map((one) => one.textContent.trim())
  const tags = all('[data-tag-address]').map(({ dataset }) => ({
    address: dataset['tagAddress'] ?? '',
    sent: dataset['tagSent'] ?? '0',
    delivered: dataset['tagDelivered'] ?? '0',
    code: dataset['tagAssetCode'] ?? '',
    scale: dataset['tagAssetScale'] ?? '0',
    reason: dataset['reason'] ?? 'none',
  }))
  return {
    view: card ? 'main' : button('Connect') ? 'connect' : button('Start') ? 'budget' : 'waking',
    error: errors.find((text) => text !== '') ?? null,
    page: page ? { state: page['state'] ?? '', reason: page['reason'] ?? '' } : null,
    budget: card
      ? {
          limit: card['limit'] ?? '',
          spent: card['spent'] ?? '',
          reserved: card['reserved'] ?? '',
          inDoubt: card['inDoubt'] ?? '',
          left: card['left'] ?? '',
        }
      : null,
    tags,
  }
}

export const lookAtPopup = (popup: Tab): Promise<PopupLook> => popup.evaluate(pageCall(look))
