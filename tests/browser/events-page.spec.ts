import type { Tab } from '../../browsers/driver.ts'
import { axeFindings } from './kit/axe.ts'
import { expect, test } from './kit/test.ts'

/** In the page: the kinds of events that there are rows of, and the one line of sums. */
const ROWS = `[...document.querySelectorAll('#events tbody tr')].map((row) => row.children[2].textContent)`
const SUMS = `[...document.querySelectorAll('#sums tbody td')].map((cell) => cell.textContent)`

const showsAll = (page: Tab, types: readonly string[]): Promise<void> =>
  page.waitFor(`${JSON.stringify(types)}.every((type) => ${ROWS}.includes(type))`, {
    what: `the page to show ${types.join(', ')}`,
  })

test('the page of all events shows those of both APIs, and what receipts prove', async ({
  wallet,
  localnet,
}) => {
  const { origin } = localnet.sites.find(({ pointers }) => pointers[0]?.endsWith('/lab'))!
  const page = await wallet.open(`${origin}/events`)
  await page.clickButton('Add the tag')
  await showsAll(page, ['load', 'monetization'])
  // Received and proven are the same once the verifier has answered, to the last unit.
  await page.waitFor(`${SUMS}[1] === ${SUMS}[3] && !${SUMS}[1].startsWith('0.000000000')`, {
    what: 'receipts to prove all that was received',
  })
  await page.clickButton('Remove the tag')
  await page.waitFor(`${ROWS}[0] === 'no tag'`, { what: 'the tag to be gone' })
  expect(await axeFindings(page)).toEqual([])

  await page.evaluate(`document.querySelector('[value=meta]').click()`)
  await page.clickButton('Add the tag')
  await showsAll(page, ['monetizationpending', 'monetizationstart', 'monetizationprogress'])
  expect(await page.text('#state')).toBe('started')
  await page.clickButton('Remove the tag')
  await showsAll(page, ['monetizationstop'])
  expect(await page.evaluate(`document.body.textContent.includes('for good')`)).toBe(true)
  await page.close()

  // The wallet's page has by now something to draw.
  for (const path of ['', 'usd-two/lab']) {
    const home = await wallet.open(localnet.home.url + path)
    expect(await axeFindings(home)).toEqual([])
  }
})
