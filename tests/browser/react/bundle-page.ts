import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'

/** A script of this folder with all that it imports, as a site would ship it; nothing is written. */
export const bundlePage = async (name: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL(name, import.meta.url)),
        formats: ['iife'],
        name: 'page',
      },
    },
  })
  const [{ output }] = built as unknown as [Rollup.RollupOutput]
  return output[0].code
}
