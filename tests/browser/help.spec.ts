import { pageWithLinks } from './kit/heard.ts'
import { expect, test } from './kit/test.ts'

const REFUSED = 'gopher://wallet.example/'
const REPORT = `document.querySelector('.report')?.value ?? ''`

test('a reason leads to its section of the help, whose report names no page unasked', async ({
  wallet,
  site,
}) => {
  const page = await wallet.open(site.page('/', pageWithLinks({ a: REFUSED })))
  const popup = await wallet.popupFor(page)
  await popup.until('the page not to be paid', ({ page }) => page.reason === 'address-refused')
  const [link, name] = await popup.tab.evaluate<[string, string]>(
    `(({ href, ariaLabel }) => [href, ariaLabel])(document.querySelector('.page-card a.more'))`,
  )
  expect(name).toContain('The payment address on this page is not one that may be paid.')

  const help = await wallet.openBeside(link)
  expect(await help.text('section:target h3')).toBe('The payment address may not be paid')
  const inSight = `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('section:target').getBoundingClientRect())`
  await help.waitFor(inSight, { what: 'the section to be in sight' })

  await help.waitFor(`/History: \\d+ sites, \\d+ days/.test(${REPORT})`, { what: 'the report' })
  const report = await help.evaluate<string>(REPORT)
  expect(report).toContain('Asked about: address-refused')
  expect(report).toContain('1. wallet 1: stopped, address-refused')
  expect(report).toContain('storage yes')
  for (const address of [site.origin, `:${site.port}`, 'wallet.example'])
    expect(report).not.toContain(address)

  await help.setCheckbox('With the addresses of pages and wallets', true)
  await help.waitFor(`${REPORT}.includes(${JSON.stringify(site.origin)})`, { what: 'the address' })
  expect(await help.evaluate<string>(REPORT)).toContain(`1. ${REFUSED}: stopped`)
  await help.clickButton('Copy')
  await help.waitFor(`/Copied|by hand/.test(document.querySelector('.copy-said').textContent)`, {
    what: 'what came of it',
  })
})
