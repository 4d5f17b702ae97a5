import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { readHelp, type Help } from './read-help.ts'

const SOURCE = fileURLToPath(new URL('../../docs/help.md', import.meta.url))
const PLACE = '<!-- docs/help.md -->'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Complete without a script, so that the browser itself goes to the section that was asked for. */
const htmlOf = ({ title, lead, groups }: Help): string => {
  const list = groups
    .map(({ title, sections }) => {
      const links = sections.map(
        ({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`,
      )
      return `<h3>${escaped(title)}</h3><ul>${links.join('')}</ul>`
    })
    .join('')
  const sections = groups
    .map(({ title, lead, sections }) => {
      const parts = sections.map(
        ({ id, title, html }) =>
          `<section class="help-section" id="${id}"><h3>${escaped(title)}</h3>${html}<p class="hint"><code>${id}</code></p></section>`,
      )
      return `<section class="help-group"><h2>${escaped(title)}</h2>${lead}${parts.join('')}</section>`
    })
    .join('')
  return (
    `<section class="help-lead"><h2>${escaped(title)}</h2>${lead}</section>` +
    `<nav class="card help-list" aria-label="Sections"><details><summary>All sections</summary>${list}</details></nav>` +
    sections
  )
}

/** Puts the text of docs/help.md into help.html: what the repository says and what the extension says are one. */
export const helpPage = (): Plugin => ({
  name: 'help-page',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.includes(PLACE)
        ? html.replace(PLACE, () => htmlOf(readHelp(readFileSync(SOURCE, 'utf8'))))
        : html,
  },
})
