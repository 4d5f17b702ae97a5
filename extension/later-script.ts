import type { Plugin } from 'vite'

const SCRIPT = 'content/attendance.iife.js'

/**
 * Makes the script a function that another one calls when it is needed: of a function that nobody calls the browser only
 * looks for the end, which takes a quarter of the time that the script itself would.
 */
export const laterScript = (): Plugin => ({
  name: 'later-script',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const script = bundle[SCRIPT]
      if (script?.type !== 'asset') throw new Error(`${SCRIPT} was not built`)
      const code = Buffer.from(script.source).toString()
      script.source = `globalThis.loadAttendance=()=>{${code.trimEnd()}\n}\n`
    },
  },
})
