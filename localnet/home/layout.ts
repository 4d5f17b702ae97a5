import { html, type Markup } from './html.ts'

/** A whole page of the wallet. */
export const layout = (title: string, main: Markup): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="icon" href="/common/icon.svg" />
        <link rel="stylesheet" href="/common/style.css" />
        <link rel="stylesheet" href="/files/home.css" />
        <script src="/files/live.js" defer></script>
      </head>
      <body>
        <main>${main}</main>
      </body>
    </html> `.text
