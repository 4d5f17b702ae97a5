import { pageCall } from '../../browsers/page-call.ts'
import { expect, test } from './kit/test.ts'

/** Runs in an extension page, which then stands for an older copy of the background that does not go. */
const holdTheLock = (): Promise<void> =>
  new Promise((resolve) => {
    void navigator.locks
      .request('tributary', { steal: true }, () => {
        resolve()
        return new Promise(() => {})
      })
      .catch(() => Object.assign(window, { lockTaken: true }))
  })

test('takes the books over from a copy of itself that does not go', async ({ launch, account }) => {
  const browser = await launch()
  const popup = await browser.popupFor()
  await popup.setUp(account, { budget: '5' })
  await popup.tab.evaluate(pageCall(holdTheLock))
  await browser.driver.killBackground()
  await popup.tab.waitFor('window.lockTaken', { what: 'the older copy to have lost the lock' })
  await popup.tab.reload()
  await popup.until('the wallet', ({ view }) => view === 'main')
  await popup.save('Monthly budget', '6')
  expect((await popup.look()).budget.limit).toBe(6_000_000_000n)
})
