import { waitUntil } from '../../browsers/wait-until.ts'
import type { SoakTab } from './browser/soak-browser.ts'
import type { Stage } from './stage.ts'

type Act = (stage: Stage) => Promise<void>

/** Begins something in a page. Between two documents there is none that could. */
const begin = async (tab: SoakTab, script: string): Promise<void> => {
  await waitUntil(() => tab.evaluate<true>(`(setTimeout(() => { ${script} }), true)`), {
    what: `a page for: ${script}`,
  })
}

const CHANGE_TAGS = `
  const link = Object.assign(document.createElement('link'), {
    rel: 'monetization', href: document.querySelector('link').href,
  })
  const frame = Object.assign(document.createElement('iframe'), { allow: 'monetization', src: '/frame' })
  document.head.append(link)
  document.body.append(frame)
  setTimeout(() => (link.remove(), frame.remove()), 1_000)`

const anyOf = ({ chance, steady, others }: Stage): SoakTab => chance.pick([steady, ...others])

/** What people do with tabs. */
const ACTS: readonly Act[] = [
  (stage) => anyOf(stage).show(),
  (stage) => anyOf(stage).show(),
  ({ chance, others }) => begin(chance.pick(others), 'location.reload()'),
  ({ chance, others, sites }) =>
    begin(chance.pick(others), `location.href = ${JSON.stringify(chance.pick(sites))}`),
  ({ chance, others }) => begin(chance.pick(others), 'history.back()'),
  async ({ browser, chance, sites, extras }) => {
    extras.push(await browser.open(chance.pick(sites)))
  },
  async ({ extras }) => extras.shift()?.close(),
  async ({ browser, chance, extras }) => {
    const page = chance.pick(['popup', 'dashboard'])
    extras.push(await browser.open(`${browser.extensionOrigin}/${page}.html`))
  },
  ({ steady }) => begin(steady, CHANGE_TAGS),
]

export const act: Act = (stage) => stage.chance.pick(ACTS)(stage)
