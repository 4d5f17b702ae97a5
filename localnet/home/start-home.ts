import { listen } from '../listen.ts'
import { siteFiles } from '../site-files.ts'
import type { Home } from './home.ts'
import { homeHandler } from './home-handler.ts'

/** Serves the wallet's page and the SPSP endpoints of what is registered there. */
export const startHome = async (port: number, home: Home): Promise<() => Promise<void>> => {
  const [common, own] = await Promise.all([siteFiles('common'), siteFiles('home')])
  const find = (path: string) =>
    path.startsWith('/common/') ? common.get(path.slice(8)) : own.get(path.replace('/files/', ''))
  return listen(port, homeHandler(home, { find }))
}
