import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Tab } from '../../../browsers/driver.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** WCAG 2.2, level AA, and what it stands on. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe-core finds wrong in a page: `rule: element`, by all rules (null) or only these. */
export const axeFindings = async (
  tab: Tab,
  rules: readonly string[] | null = null,
): Promise<readonly string[]> => {
  if (!(await tab.evaluate<boolean>('"axe" in window')))
    await tab.evaluate(`(() => { ${source}\n return true })()`)
  return await tab.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(rules ?? TAGS)}, resultTypes: ['violations'] }).then(
      ({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => id + ': ' + target + ' ' + failureSummary)))`,
  )
}
