import linter from 'addons-linter'
import { judgeFindings } from './judge-findings.ts'

/** What `web-ext lint` says of an unpacked extension or of an xpi, without what is allowed. */
export const lintForFirefox = async (path: string) => {
  const config = { _: [path], logLevel: 'fatal', output: 'none', shouldScanFile: () => true }
  return judgeFindings(await linter.createInstance({ config, runAsBinary: false }).run())
}
