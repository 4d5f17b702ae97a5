import type { Plugin } from 'vite'

const STYLES = /^ *<link rel="stylesheet".*>\n/gm

/** Puts a page's styles before its scripts: they are asked for first then, and nothing is painted without them. */
export const stylesFirst = (): Plugin => ({
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const styles = html.match(STYLES) ?? []
      return html.replace(STYLES, '').replace(/^ *<script/m, (script) => styles.join('') + script)
    },
  },
})
