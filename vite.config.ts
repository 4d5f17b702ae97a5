import { fileURLToPath } from 'node:url'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { defineConfig } from 'vite'
import { helpPage } from './extension/help/help-page.ts'
import { laterScript } from './extension/later-script.ts'
import { namelessPageScript } from './extension/nameless-page-script.ts'
import { STAND_INS } from './extension/stand-ins/stand-ins.ts'
import { stylesFirst } from './extension/styles-first.ts'
import manifest from './manifest.json' with { type: 'json' }

export type Target = 'chrome' | 'firefox'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** One manifest.json for both: each browser's variant leaves out what the other one needs. */
const manifestFor = (target: Target): ManifestV3Export => {
  const { background, browser_specific_settings, minimum_chrome_version, ...common } = manifest
  const variant =
    target === 'firefox'
      ? { background: { scripts: [background.service_worker] }, browser_specific_settings }
      : { background, minimum_chrome_version }
  return { ...common, ...variant } as ManifestV3Export
}

/**
 * What our pages have in common, in one file, and what they share with the background in another: each file more is waited
 * for when the popup opens.
 */
const PAGE_PARTS = [
  {
    name: 'shared',
    test: /extension\/(messages\/|icon\/|native-browser|ui\/words\/language)|src\/money\//,
    minShareCount: 2,
  },
  {
    name: 'pages',
    test: /extension\/(popup|ui|help)\/|node_modules\/preact\//,
    minShareCount: 2,
  },
]

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome'
  return {
    root: at('extension'),
    publicDir: at('public'),
    resolve: { alias: STAND_INS },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      crx({ manifest: manifestFor(target), browser: target }),
      namelessPageScript(),
      laterScript(),
      helpPage(),
      stylesFirst(),
    ],
    build: {
      outDir: at(`dist/${target}`),
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox142' : 'chrome116',
      modulePreload: { polyfill: false },
      // Pages that the manifest does not name.
      rolldownOptions: {
        input: {
          dashboard: at('extension/dashboard.html'),
          help: at('extension/help.html'),
          try: at('extension/try.html'),
          welcome: at('extension/welcome.html'),
        },
        output: { codeSplitting: { groups: PAGE_PARTS } },
      },
    },
  }
})
