import { realpathSync } from 'node:fs'
import type { LaunchOptions } from '../launch-options.ts'
import { spkiHash } from './spki-hash.ts'

/** Chromium's sandbox cannot start as root, which is what continuous integration often is. */
export const isRoot = process.getuid?.() === 0

/** The switches for the extension, the hosts and the window. */
export function chromiumArgs(
  options: Pick<
    LaunchOptions,
    | 'extensionDir'
    | 'besides'
    | 'hostMap'
    | 'trustedCas'
    | 'trustedServer'
    | 'language'
    | 'windowSize'
  >,
): string[] {
  const { hostMap, trustedCas = [], trustedServer, language = 'en-US', windowSize } = options
  const folders = [options.extensionDir, ...(options.besides ?? [])]
  const extensions = folders.map((folder) => realpathSync(folder)).join(',')
  const trusted = [...trustedCas, ...(trustedServer ? [trustedServer.certPem] : [])].map(spkiHash)
  const rules = [
    ...(hostMap ?? []).map(({ host, port }) => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ]
  return [
    `--disable-extensions-except=${extensions}`,
    `--load-extension=${extensions}`,
    '--hide-crash-restore-bubble',
    `--lang=${language}`,
    ...(hostMap ? [`--host-resolver-rules=${rules.join(', ')}`] : []),
    ...(trusted.length > 0 ? [`--ignore-certificate-errors-spki-list=${trusted.join(',')}`] : []),
    ...(windowSize ? [`--window-size=${windowSize.width},${windowSize.height}`] : []),
  ]
}
