import type { Page } from 'playwright-core'
import { DrivenTab } from '../driven-tab.ts'

/** A tab of Chromium: a Playwright page. Playwright makes every page report itself visible. */
export class ChromiumTab extends DrivenTab {
  readonly page: Page

  constructor(page: Page) {
    super()
    this.page = page
  }

  url(): Promise<string> {
    return Promise.resolve(this.page.url())
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url)
  }

  async reload(): Promise<void> {
    await this.page.reload()
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront()
  }

  async close(): Promise<void> {
    await this.page.close()
  }

  async setViewport(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height })
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path, type: 'png' })
  }

  protected async evaluateString(expression: string): Promise<string | undefined> {
    return await this.page.evaluate<string | undefined>(expression)
  }

  protected async pressAt(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y)
  }
}
