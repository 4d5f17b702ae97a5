import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { ICON_STATES } from '../icon/icon-look.ts'
import { ICON_MARKS } from '../icon/icon-marks.ts'

/**
 * Draws public/icons/*.png from the mark, and public/icons/states/*.png, which the toolbar shows:
 * `CHROMIUM=/path/to/chromium npx tsx extension/ui/draw-icons.ts`.
 */
const icons = new URL('../../public/icons/', import.meta.url)
const mark = await readFile(new URL('tributary.svg', icons), 'utf8')
const executablePath = process.env['CHROMIUM']

const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath })
const draw = async (svg: string, size: number, file: string): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  await writeFile(new URL(file, icons), await page.screenshot({ omitBackground: true }))
  await page.close()
}
for (const size of [16, 32, 48, 96, 128]) await draw(mark, size, `${size}.png`)
await mkdir(new URL('states/', icons), { recursive: true })
for (const state of ICON_STATES)
  for (const size of [16, 32]) await draw(ICON_MARKS[state], size, `states/${state}-${size}.png`)
await browser.close()
