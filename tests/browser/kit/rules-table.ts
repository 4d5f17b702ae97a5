import { waitUntil } from '../../../browsers/wait-until.ts'
import type { WalletDashboard } from './wallet-dashboard.ts'

/** What a row shows; amounts in the smallest unit, and left out where the site has none. */
interface ShownRule {
  readonly never?: boolean
  readonly rate?: string
  readonly cap?: string
}

export interface RulesTable {
  /** Types the address of a site and presses the button; what its rule is to be was chosen before. */
  add(address: string): Promise<void>
  /** Presses the button for a change of all rules that are selected; an amount is a rate. */
  begin(change: string, amount?: string): Promise<void>
  /** The same of a change that is not asked about; resolves with what is said of it. */
  apply(change: string, amount?: string): Promise<string>
  /** Waits until these rules are shown and no others; what is not given of one may be anything. */
  until(what: string, rules: Readonly<Record<string, ShownRule>>): Promise<void>
}

const ROWS = `Object.fromEntries([...document.querySelectorAll('tr[data-rule]')].map(
  ({ dataset: { rule, never, ...amounts } }) => [rule, { never: never === 'true', ...amounts }]))`

/** The table of all rules, as people use it. */
export const openRulesTable = (dashboard: WalletDashboard): RulesTable => {
  const { tab } = dashboard
  const begin = async (change: string, amount?: string) => {
    await dashboard.choose('For the selected sites', change)
    if (amount !== undefined) await tab.fillField('Own hourly rate', amount)
    await tab.clickButton('Apply')
  }
  return {
    async add(address) {
      await tab.fillField('Address of the site', address)
      await tab.clickButton('Add a rule')
    },
    begin,
    async apply(change, amount) {
      await begin(change, amount)
      const said = () => tab.evaluate<string>(`document.querySelector('.rules-said').textContent`)
      return waitUntil(async () => (await said()) || null, { what: `what is said of ${change}` })
    },
    async until(what, rules) {
      const wanted = Object.entries(rules)
      const shows = async () => {
        const rows = await tab.evaluate<Record<string, Record<string, unknown>>>(ROWS)
        const all = wanted.every(([origin, rule]) => {
          const row = rows[origin]
          return row && Object.entries(rule).every(([name, value]) => row[name] === value)
        })
        return Object.keys(rows).length === wanted.length && all ? true : null
      }
      await waitUntil(shows, { what })
    },
  }
}
