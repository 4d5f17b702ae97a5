import type { Plugin } from 'vite'
import { rewriteScript } from './rewrite-script.ts'

/**
 * Makes the script a function that another one calls when it is needed: of a function that nobody calls the browser only
 * looks for the end, which takes a quarter of the time that the script itself would.
 */
export const laterScript = (): Plugin =>
  rewriteScript(
    'later-script',
    'content/attendance.iife.js',
    (code) => `globalThis.loadAttendance=()=>{${code}\n}\n`,
  )
