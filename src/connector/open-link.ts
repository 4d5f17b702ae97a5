import { transportOf } from './endpoint.ts'
import type { LinkFault } from './link-failure.ts'
import { openBtp } from './open-btp.ts'
import { openHttp } from './open-http.ts'
import type { OpenedLink, OpenLink } from './opened-link.ts'

/** Over whichever transport the address names. Never rejects. */
export const openLink = (options: OpenLink): Promise<OpenedLink | LinkFault> =>
  transportOf(options.endpoint) === 'http' ? openHttp(options) : openBtp(options)
