import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Tab } from '../../../browsers/driver.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What WCAG 2.2 AA finds wrong with what a page of ours shows now, as far as a machine can tell. */
export const axeViolations = (tab: Tab): Promise<string[]> =>
  tab.evaluate<string[]>(`(async () => {
    ${source};
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await axe.run(document, { runOnly: tags })
    return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))
  })()`)
