import { html, type Markup } from './html.ts'

/** The heading of a pointer's page: on a narrow screen the line ends before the name, and not within it. */
export const pointerTitle = (address: string): Markup => {
  const name = address.lastIndexOf('/') + 1
  return html`<h1>${address.slice(0, name)}<wbr />${address.slice(name)}</h1>`
}
