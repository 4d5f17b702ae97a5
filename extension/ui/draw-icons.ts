import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'

/** Draws public/icons/*.png from the mark: `CHROMIUM=/path/to/chromium npx tsx extension/ui/draw-icons.ts`. */
const icons = new URL('../../public/icons/', import.meta.url)
const mark = await readFile(new URL('tributary.svg', icons), 'utf8')
const executablePath = process.env['CHROMIUM']

const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath })
for (const size of [16, 32, 48, 96, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${mark}`,
  )
  await writeFile(new URL(`${size}.png`, icons), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
