import type { Tab } from '../../../browsers/driver.ts'
import { pageCall } from '../../../browsers/page-call.ts'

/** What the popup shows at one moment; amounts in the smallest unit of their asset. */
export interface PopupLook {
  readonly view: 'waking' | 'connect' | 'budget' | 'stopped' | 'main'
  readonly payments: boolean
  readonly budget: {
    readonly limit: bigint
    readonly spent: bigint
    readonly left: bigint
    readonly inDoubt: bigint
    readonly reserved: bigint
  }
  readonly page: {
    readonly state: string
    readonly reason: string
    /** The sentence beside the state. */
    readonly words: string
    /** The section of the help that its words lead to. */
    readonly more: string
    readonly buttons: readonly string[]
    readonly sent: bigint
  }
  readonly tags: readonly {
    readonly address: string
    readonly state: string
    readonly reason: string
    /** Empty where the page's own sentence says it already. */
    readonly words: string
    readonly more: string
    readonly sent: bigint
    readonly delivered: bigint
    readonly asset: string
  }[]
  readonly sites: readonly { readonly origin: string; readonly sent: bigint }[]
  /** What holds for the site that is shown, and what it had this month. */
  readonly site: { readonly never: boolean; readonly sent: bigint; readonly open: bigint }
  /** The last one-time payment; state is empty where there was none. */
  readonly oneTime: {
    readonly state: string
    readonly sent: bigint
    readonly delivered: bigint
    readonly inDoubt: bigint
    readonly reason: string
  }
}

/** Runs in the popup. */
const look = () => {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const data = (selector: string) => all(selector).map(({ dataset }) => ({ ...dataset }))
  const button = (name: string) => all('button').some((one) => one.textContent.trim() === name)
  const texts = (selector: string) => all(selector).map((one) => one.textContent.trim())
  const [state = ''] = texts('.page-state [role=status] strong')
  const [status = ''] = texts('.page-state [role=status]')
  const moreIn = (part: Element | undefined) =>
    part?.querySelector<HTMLAnchorElement>('.told > a.more')?.hash.slice(1) ?? ''
  // Until the wallet answers, what it said last may stand there; and what sites got may have yet to be read.
  const isWaking = all('[aria-busy=true]').length > 0
  const [budget] = isWaking ? [] : data('.budget-card')
  return {
    view: budget
      ? 'main'
      : all('[data-view=stopped]').length > 0
        ? 'stopped'
        : button('Connect')
          ? 'connect'
          : button('Start')
            ? 'budget'
            : 'waking',
    payments: all('[role=switch]').some((one) => one.matches(':checked, [aria-checked=true]')),
    budget: budget ?? {},
    page: data('.page-card')[0] ?? {},
    pageWords: status.slice(state.length).trim(),
    pageMore: moreIn(all('.page-state')[0]),
    pageButtons: texts('.page-card button'),
    tags: all('[data-tag-address]').map((tag) => ({
      ...tag.dataset,
      words: tag.querySelector('.told > p')?.textContent ?? '',
      more: moreIn(tag),
    })),
    sites: data('li.site'),
    site: data('.site-card')[0] ?? {},
    oneTime: data('.one-time-result')[0] ?? {},
  }
}

type Data = Readonly<Record<string, string | undefined>>
interface RawLook {
  readonly view: PopupLook['view']
  readonly payments: boolean
  readonly budget: Data
  readonly page: Data
  readonly pageWords: string
  readonly pageMore: string
  readonly pageButtons: readonly string[]
  readonly tags: readonly Data[]
  readonly sites: readonly Data[]
  readonly site: Data
  readonly oneTime: Data
}

const units = (text: string | undefined): bigint => BigInt(text ?? '0')

/** Reads it all in one go, so that its figures belong together. */
export const lookAtPopup = async (popup: Pick<Tab, 'evaluate'>): Promise<PopupLook> => {
  const raw = await popup.evaluate<RawLook>(pageCall(look))
  const { view, payments, budget, page, tags, sites, site, oneTime } = raw
  return {
    view,
    payments,
    budget: {
      limit: units(budget['limit']),
      spent: units(budget['spent']),
      left: units(budget['left']),
      inDoubt: units(budget['inDoubt']),
      reserved: units(budget['reserved']),
    },
    page: {
      state: page['state'] ?? '',
      reason: page['reason'] ?? '',
      words: raw.pageWords,
      more: raw.pageMore,
      buttons: raw.pageButtons,
      sent: units(page['sent']),
    },
    tags: tags.map((tag) => ({
      address: tag['tagAddress'] ?? '',
      state: tag['state'] ?? '',
      reason: tag['reason'] ?? '',
      words: tag['words'] ?? '',
      more: tag['more'] ?? '',
      sent: units(tag['tagSent']),
      delivered: units(tag['tagDelivered']),
      asset: `${tag['tagAssetCode'] ?? ''}/${tag['tagAssetScale'] ?? ''}`,
    })),
    sites: sites.map(({ origin, sent }) => ({ origin: origin ?? '', sent: units(sent) })),
    site: {
      never: site['never'] === 'true',
      sent: units(site['monthSent']),
      open: units(site['monthOpen']),
    },
    oneTime: {
      state: oneTime['state'] ?? '',
      sent: units(oneTime['sent']),
      delivered: units(oneTime['delivered']),
      inDoubt: units(oneTime['inDoubt']),
      reason: oneTime['reason'] ?? '',
    },
  }
}
