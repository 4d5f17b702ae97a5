import type { Plugin } from 'vite'

/** Changes a script that the manifest gives to pages, once it is built; the build fails where there is no such script. */
export const rewriteScript = (
  name: string,
  file: string,
  rewrite: (code: string) => string,
): Plugin => ({
  name,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const script = bundle[file]
      if (script?.type !== 'asset') throw new Error(`${file} was not built`)
      script.source = rewrite(Buffer.from(script.source).toString().trimEnd())
    },
  },
})
