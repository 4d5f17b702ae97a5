import { expect } from '@playwright/test'
import type { Tab } from '../../../browsers/driver.ts'
import { pageCall } from '../../../browsers/page-call.ts'
import { waitUntil } from '../../../browsers/wait-until.ts'
import type { BtpAccount } from '../../../localnet/announcement.ts'
import type { Reason } from '../../../src/reason/reason.ts'
import { lookAtPopup, type PopupLook } from './popup-look.ts'
import { expectWordsOf, sentenceOf } from './reason-words.ts'

/** Both run in the popup. Fields are found by what people read beside them. */
const fieldLabelled = (label: string) => {
  const labels = [...document.querySelectorAll('label')]
  const field = labels.find((one) => one.textContent.trim() === label)?.control
  if (!(field instanceof HTMLInputElement)) return null
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
  const error = described.find((id) => id.endsWith('-error'))
  const words = error === undefined ? null : document.getElementById(error)?.textContent
  const invalid = field.getAttribute('aria-invalid') === 'true'
  return { value: field.value, error: invalid ? (words ?? null) : null }
}
const submitFormOf = (label: string): void => {
  const labels = [...document.querySelectorAll('label')]
  labels
    .find((one) => one.textContent.trim() === label)
    ?.closest('form')
    ?.requestSubmit()
}
const isUnfolded = (name: string): boolean =>
  [...document.querySelectorAll('[aria-expanded=true]')].some(
    (one) => one.textContent.trim() === name,
  )
const savedSaid = (label: string): string => {
  const labels = [...document.querySelectorAll('label')]
  const form = labels.find((one) => one.textContent.trim() === label)?.closest('form')
  return form?.querySelector('.saved')?.textContent?.trim() ?? ''
}

/** The popup as people use it: everything goes through what it shows. */
export class WalletPopup {
  readonly tab: Tab

  constructor(tab: Tab) {
    this.tab = tab
  }

  look(): Promise<PopupLook> {
    return lookAtPopup(this.tab)
  }

  /** Waits for a state of a popup that has heard from the wallet; a failure tells what it showed instead. */
  async until(
    what: string,
    wish: (look: PopupLook) => boolean,
    timeoutMs = 45_000,
  ): Promise<PopupLook> {
    let last: PopupLook | null = null
    const ask = async () => {
      last = await this.look()
      return last.view !== 'waking' && wish(last) ? last : null
    }
    try {
      return await waitUntil(ask, { what, timeoutMs })
    } catch (error) {
      const shown = JSON.stringify(last, (_, value: unknown) =>
        typeof value === 'bigint' ? value.toString() : value,
      )
      throw new Error(`${what}: the popup shows ${shown}`, { cause: error })
    }
  }

  /** Switches payments off and waits for the last packet. For a popup that speaks of a paid page. */
  async switchOff(): Promise<PopupLook> {
    await this.tab.setSwitch('Payments', false)
    // The switch itself shows what was asked for; the page's reason is the wallet's word.
    return await this.told('switched-off', ({ budget }) => budget.reserved === 0n)
  }

  /** Waits until the page is not paid for this reason, and reads it as people do: in words, with what can be done. */
  async told(reason: Reason, wish: (look: PopupLook) => boolean = () => true): Promise<PopupLook> {
    const look = await this.until(
      `the reason ${reason}`,
      (look) => look.page.reason === reason && wish(look),
    )
    expectWordsOf(reason, look.page)
    return look
  }

  /** The same once the site has nothing on its way, nor in doubt. For a popup that speaks of a page. */
  unpaid(reason: Reason): Promise<PopupLook> {
    return this.told(reason, ({ site, budget }) => site.open === 0n && budget.reserved === 0n)
  }

  /** Waits until one of several tags is not paid for this reason, and reads the line of the list that says so. */
  async toldOfTag(reason: Reason): Promise<void> {
    const find = ({ tags }: PopupLook) => tags.find((tag) => tag.reason === reason)
    const look = await this.until(`a tag with the reason ${reason}`, (look) => !!find(look))
    expect(find(look)).toMatchObject({ words: sentenceOf(reason), more: reason })
  }

  /** Waits for what is wrong with the wallet itself, whatever page is looked at. */
  async notice(reason: Reason): Promise<void> {
    const notice = `document.querySelector('[data-notice=${reason}]')`
    await this.tab.waitFor(notice, { what: `the notice ${reason}` })
    const words = await this.tab.text(`[data-notice=${reason}] [role=status]`)
    const buttons = `[...${notice}.querySelectorAll('button')].map((one) => one.textContent.trim())`
    const more = `${notice}.querySelector('.told > a.more')?.hash.slice(1)`
    expectWordsOf(reason, {
      words,
      more: await this.tab.evaluate<string>(more),
      buttons: await this.tab.evaluate<string[]>(buttons),
    })
  }

  /** Waits until the page gets more than it had. */
  async paidAgain(): Promise<PopupLook> {
    const before = await this.until('the page', ({ page }) => page.reason !== '')
    return await this.until(
      'the page to be paid again',
      ({ page }) => page.state === 'paying' && page.sent > 0n && page.sent !== before.page.sent,
    )
  }

  /** Closes the page that this popup speaks of and waits for the last packet. */
  async closePage(page: Tab): Promise<PopupLook> {
    await page.close()
    return await this.until(
      'the closed page to be forgotten and nothing on its way',
      ({ page, budget }) => page.state === 'no-page' && budget.reserved === 0n,
    )
  }

  field(label: string): Promise<{ value: string; error: string | null } | null> {
    return this.tab.evaluate(pageCall(fieldLabelled, label))
  }

  async fillConnection(address: string, username: string, token: string): Promise<void> {
    await this.tab.fillField('Connector address', address)
    await this.tab.fillField('Account name', username)
    await this.tab.fillField('Access token', token)
  }

  /** The first step of the first run. */
  async connect({ url, username, token }: BtpAccount, developerMode = true): Promise<void> {
    await this.until('the first step', ({ view }) => view === 'connect')
    await this.fillConnection(url, username, token)
    await this.tab.setCheckbox('Developer mode', developerMode)
    await this.tab.clickButton('Connect')
  }

  /** The one repair, where the wallet says that its book is lost. */
  async beginNewBook(): Promise<PopupLook> {
    await this.until('the stop to be shown', ({ view }) => view === 'stopped')
    await this.tab.clickButton('Begin a new book')
    return this.until('the new book', ({ view }) => view === 'main')
  }

  /** The whole first run. Amounts are in major units. */
  async setUp(
    account: BtpAccount,
    wishes: { budget: string; rate?: string | undefined; developerMode?: boolean },
  ): Promise<void> {
    await this.connect(account, wishes.developerMode)
    await this.until('the second step', ({ view }) => view === 'budget')
    await this.tab.fillField('Monthly budget', wishes.budget)
    await this.tab.clickButton('Start')
    await this.until('the wallet', ({ view }) => view === 'main')
    if (wishes.rate !== undefined) await this.save('Hourly rate', wishes.rate)
  }

  async openSettings(): Promise<void> {
    const folded = `document.querySelector('.fold')?.getAttribute('aria-expanded') !== 'true'`
    if (await this.tab.evaluate<boolean>(folded)) await this.tab.clickButton('Settings')
    await this.tab.waitFor(`!(${folded})`, { what: 'the settings to be open' })
  }

  /** The popup shows the first few, with a button for the others. */
  async showAllSites(): Promise<void> {
    const button = `document.querySelector('.sites ~ button[aria-expanded=false]')`
    await this.tab.evaluate(`void ${button}?.click()`)
  }

  /** Unfolds a part of the card of the site that is shown. */
  async openSitePart(name: 'Rate and cap' | 'Pay once'): Promise<void> {
    if (await this.tab.evaluate<boolean>(pageCall(isUnfolded, name))) return
    await this.tab.clickButton(name)
    await this.tab.waitFor(pageCall(isUnfolded, name), { what: `${name} to be unfolded` })
  }

  /** Types into a field and presses Enter. */
  async submit(label: string, amount: string): Promise<void> {
    await this.tab.fillField(label, amount)
    await this.tab.evaluate(pageCall(submitFormOf, label))
  }

  /** The same of a setting, or of a rule for the site that is shown; waits until it is saved. */
  async save(
    label: 'Monthly budget' | 'Hourly rate' | 'Rate for this site' | 'Monthly cap',
    amount: string,
  ): Promise<void> {
    if (label === 'Monthly budget' || label === 'Hourly rate') await this.openSettings()
    else await this.openSitePart('Rate and cap')
    await this.submit(label, amount)
    const said = () => this.tab.evaluate<string>(pageCall(savedSaid, label))
    await waitUntil(async () => ((await said()) === 'Saved' ? true : null), {
      what: `${label} ${amount} to be saved`,
    })
  }

  /** The hourly rate in the smallest unit of an asset with this scale, as the settings show it. */
  async ratePerHour(scale: number): Promise<bigint> {
    await this.openSettings()
    const [whole = '0', fraction = ''] = ((await this.field('Hourly rate'))?.value ?? '').split('.')
    return BigInt(whole + fraction.padEnd(scale, '0'))
  }
}
