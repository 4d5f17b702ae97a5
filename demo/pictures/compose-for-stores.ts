import { readFileSync } from 'node:fs'

/** Paths of PNGs. */
interface Shots {
  readonly page: string
  readonly popup: string
  readonly dashboard: string
}

const picture = (path: string, kind: string): string =>
  `<img class="${kind}" alt="" src="data:image/png;base64,${readFileSync(path).toString('base64')}">`

// Flat colours: a store's picture is loaded by everybody who looks at its page.
const STYLE = `
  body { margin: 0; width: 1280px; height: 800px; overflow: hidden; position: relative;
    background: #0b6b63; font: 500 44px/1.15 system-ui, sans-serif; color: #fff; }
  h1 { margin: 0; position: absolute; left: 64px; top: 52px; font: inherit; letter-spacing: -0.02em; }
  img { position: absolute; border-radius: 12px; box-shadow: 0 0 0 1px #0003; }
  .page { left: 64px; top: 150px; width: 960px; }
  .popup { right: 64px; top: 136px; width: 400px; }
  .dashboard { left: 64px; top: 136px; width: 1152px; }
`

const stage = (title: string, ...pictures: readonly string[]): string =>
  `<head><style>${STYLE}</style></head><body><h1>${title}</h1>${pictures.join('')}</body>`

/** Documents of 1280 x 800, by the name of their picture: a real popup laid over a real page, as browsers show it. */
export const composeForStores = ({
  page,
  popup,
  dashboard,
}: Shots): readonly (readonly [string, string])[] => [
  [
    'store-popup',
    stage('Pages are paid while you look at them', picture(page, 'page'), picture(popup, 'popup')),
  ],
  ['store-history', stage('See what each site got', picture(dashboard, 'dashboard'))],
]
