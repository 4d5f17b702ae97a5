import type { Tab } from '../../browsers/driver.ts'
import { heardBy, RECORDER, untilHeard } from './kit/heard.ts'
import { usdPointers } from './kit/paid-pages.ts'
import { expect, test } from './kit/test.ts'

const idsOf = async (page: Tab, type: string): Promise<string[]> =>
  (await heardBy(page)).filter((one) => one.type === type).map(({ of }) => of)

test('keeps 32 of 40 links, says error to the others, and gives a free place to the next that comes', async ({
  wallet,
  localnet,
  site,
}) => {
  const [url] = usdPointers(localnet)
  const all = Array.from({ length: 40 }, (_, index) => `link${index}`)
  const link = (id: string): string => `<link rel="monetization" id="${id}" href="${url}">`
  const html = `<title>Many</title>${RECORDER}${all.map(link).join('')}`
  const page = await wallet.open(site.page('/', html))
  await page.waitFor(`heard.filter(({ type }) => type === 'load').length === 32`, {
    what: '32 to be found',
  })
  // The first of the document, whatever the order of the answers.
  expect((await idsOf(page, 'load')).sort()).toEqual(all.slice(0, 32).sort())
  expect(await idsOf(page, 'error')).toEqual(all.slice(32))

  const insert = (id: string): string =>
    `document.head.append(Object.assign(document.createElement('link'), { rel: 'monetization', id: '${id}', href: '${url}' }))`
  await page.evaluate(`void (${insert('late')})`)
  await untilHeard(page, 'error', 'late')

  // Two leave: one place goes to a link that comes, the other to one that changes. Who only waits has heard its error.
  await page.evaluate(`void (link0.remove(), link31.remove(), ${insert('next')})`)
  await untilHeard(page, 'monetization', 'next')
  await page.evaluate(`void (link39.href = '${url}?again')`)
  await untilHeard(page, 'monetization', 'link39')
  expect(await idsOf(page, 'error')).toEqual([...all.slice(32), 'late'])
  expect(new Set(await idsOf(page, 'load')).size).toBe(34)
})
