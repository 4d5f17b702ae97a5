/** What a person does on the dashboard: the event, and what all is different once it is answered. */
export interface Interaction {
  readonly name: string
  readonly act: string
  readonly changing: readonly string[]
  /** What the same event changes too, not always in the same frame. */
  readonly also?: { readonly name: string; readonly changing: readonly string[] }
}

const SITES = '.sites-card'
const RULES = '.rules-card'
const SITE_ROWS = `text('${SITES} tbody')`
const RULE_ROWS = `text('${RULES} tbody')`
const CHART = `identity('.chart canvas')`
const TOTALS = `one('.totals').dataset.posted`

const click = (selector: string): string => `one(${JSON.stringify(selector)}).click()`
const typed = (card: string, value: string): string => `type('${card} .field input', '${value}')`
const turned = (card: string): string => `text('${card} .pager [role=status]')`

const search = (card: string, rows: string, found: string): Interaction[] =>
  ['4', '49', '499', '49', '4', ''].map((value) => ({
    name: card === SITES ? 'sites: search, a letter' : 'rules: search, a letter',
    act: typed(card, value),
    changing: [rows, found],
  }))

const pages = (card: string, rows: string): Interaction[] =>
  ['last-child', 'last-child', 'first-child'].map((which) => ({
    name: card === SITES ? 'sites: another page' : 'rules: another page',
    act: click(`${card} .pager button:${which}`),
    changing: [rows, turned(card)],
  }))

/** By these columns; a column twice turns it round. */
const sorts = (card: string, rows: string, columns: readonly number[]): Interaction[] =>
  columns.map((column) => ({
    name: card === SITES ? 'sites: sort' : 'rules: sort',
    act: `document.querySelectorAll('${card} th .sort')[${column}].click()`,
    changing: [rows],
  }))

const grains: Interaction[] = ['day', 'week', 'month', 'day', 'month'].map((grain) => ({
  name: `chart: by ${grain}`,
  act: `choose('.chart-card select', '${grain}')`,
  changing: [CHART],
}))

/** Both are measured from the choice on: what the days of a range say, and what its sites got. */
const ranges = (ids: readonly string[]): Interaction[] =>
  ids.map((id, index) => {
    const times = ids.indexOf(id) < index ? 'once more' : 'for the first time'
    return {
      name: `range ${times}: totals and chart`,
      act: `choose('.choices select', '${id}')`,
      changing: [TOTALS, CHART],
      also: { name: `range ${times}: its sites`, changing: [SITE_ROWS] },
    }
  })

const sites: Interaction[] = [1, 2, 3].map((row) => ({
  name: 'a site with its pages',
  act: click(`${SITES} tbody tr:nth-child(${row}) .site-name`),
  changing: [`one('[data-pages-of]')?.dataset.pagesOf`, `text('[data-pages-of] tbody')`],
}))

const ruleChoices: Interaction[] = [
  { name: 'rules: select all', act: click(`${RULES} .select-all input`) },
  { name: 'rules: select all', act: click(`${RULES} .select-all input`) },
  { name: 'rules: select one', act: click(`${RULES} tbody input`) },
  { name: 'rules: select one', act: click(`${RULES} tbody input`) },
].map((one) => ({ ...one, changing: [`one('${RULES} [data-selected]').dataset.selected`] }))

/** In this order, from the dashboard as it opens; `years`: two that have a history, the one before first. */
export const interactionsIn = ([before, now]: readonly [
  string,
  string,
]): readonly Interaction[] => [
  ...pages(SITES, SITE_ROWS),
  ...sorts(SITES, SITE_ROWS, [0, 0, 2, 2, 3, 3, 1]),
  ...search(SITES, SITE_ROWS, `one('${SITES} [data-found]').dataset.found`),
  ...grains,
  ...sites,
  ...ranges([before, now, `${before}-05`, 'week', before, now, 'all']),
  ...pages(RULES, RULE_ROWS),
  ...sorts(RULES, RULE_ROWS, [1, 1, 2, 2, 3, 3, 4, 4, 0]),
  ...search(RULES, RULE_ROWS, `one('${RULES} [data-rules]').dataset.rules`),
  ...ruleChoices,
]
