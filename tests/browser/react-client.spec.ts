import { openBooks } from './kit/books.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'
import { bundlePage } from './react/bundle-page.ts'

test('react-web-monetization sees what the page is paid', async ({
  wallet,
  localnet,
  account,
  site,
}) => {
  const books = await openBooks(localnet, account)
  const [url] = usdPointers(localnet)
  const { pointer } = localnet.wallets.find((one) => one.url === url)!
  const script = await bundlePage('counter-page.js')
  site.answer('/counter.js', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script)
  })
  const html = `<!doctype html><title>React</title><meta name="monetization" content="${pointer}">
    <main></main><script src="/counter.js"></script>`
  const page = await wallet.open(site.page('/', html))
  const popup = await wallet.popupFor(page)
  await page.waitFor('Number(document.querySelector("#total").textContent) > 0', {
    what: 'a total of more than nothing',
  })
  const first = Number(await page.text('#total'))
  await page.waitFor(`Number(document.querySelector("#total").textContent) > ${first}`, {
    what: 'a total that grows',
  })
  expect(await page.text('#state')).toBe('started')
  expect(await page.text('#thanks')).toBe('Thanks')
  expect(await page.text('#pointer')).toBe(pointer)
  expect(await page.text('#asset')).toBe('USD 9')
  expect(await page.text('#request')).toMatch(/^[0-9a-f-]{36}$/)

  await popup.switchOff()
  await page.waitFor('document.querySelector("#state").textContent === "stopped"', {
    what: 'the state of a page that is not paid',
  })
  // A packet that was on its way is heard of after the stop.
  const { received } = await books.received(url)
  await page.waitFor(`document.querySelector('#total').textContent === '${received}'`, {
    what: 'the total to be what was received',
  })
  expect(await page.evaluate('document.querySelector("#thanks")')).toBe(null)
  await popup.tab.setSwitch('Payments', true)
})
