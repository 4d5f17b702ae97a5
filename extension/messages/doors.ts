import { FRAME_PORT } from './frame-port.ts'
import { PAGE_PORT } from './page-port.ts'
import { POPUP_PORT } from './popup-port.ts'

/** What the browser itself says of whoever opened a port; none of it comes from the message. */
export interface Caller {
  readonly extensionId: string | undefined
  readonly url: string | undefined
  readonly origin: string | undefined
  readonly tabId: number | undefined
  readonly frameId: number | undefined
  /** Older browsers do not have it. */
  readonly documentId: string | undefined
}

/** A document with our content script in it. */
export interface DocumentDoor {
  readonly tab: number
  /** 0 is the top document of its tab. */
  readonly frame: number
  readonly documentId: string | null
  readonly url: string
  /** `null` as text where it has none of its own. */
  readonly origin: string
}

export type Door = ({ readonly kind: 'page' | 'frame' } & DocumentDoor) | { readonly kind: 'popup' }

/** Our own identity: `runtime.id`, and the extension's origin with a slash at its end. */
export interface House {
  readonly id: string
  readonly root: string
}

const parseUrl = (text: string | undefined): URL | null => {
  try {
    return new URL(text ?? '')
  } catch {
    return null
  }
}

const documentDoor = ({
  url,
  origin,
  tabId: tab,
  frameId: frame,
  documentId,
}: Caller): DocumentDoor | null => {
  const parsed = parseUrl(url)
  const known = documentId ?? null
  if (!parsed || url === undefined || tab === undefined || frame === undefined) return null
  const web = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  // A top document is known by its address, which is what people see.
  if (frame === 0) return web ? { tab, frame, documentId: known, url, origin: parsed.origin } : null
  if (origin === undefined || frame < 0) return null
  return { tab, frame, documentId: known, url, origin }
}

/** The page of ours that is paid like any other, to whom its reader names; it shows the wallet, too. */
const TRY = 'try.html'
/** The pages of ours that people steer the wallet with, or that tell how it is. */
const FACES = ['popup.html', 'dashboard.html', 'welcome.html', 'help.html', TRY]

/** Nobody frames one: whoever did would lay its buttons under a click that means something else. */
const faceOf = ({ url, frameId = 0 }: Caller, { root }: House): string | null => {
  const bare = url?.split(/[?#]/, 1)[0]
  return (frameId === 0 && FACES.find((page) => bare === root + page)) || null
}

/** Some browsers have no name for the origin of an extension: it is taken from the house. */
const ownDoor = (face: string | null, caller: Caller, { root }: House): Door | null => {
  const { url, tabId: tab, documentId = null } = caller
  if (face !== TRY || tab === undefined || url === undefined) return null
  return { kind: 'page', tab, frame: 0, documentId, url, origin: root.slice(0, -1) }
}

/**
 * Who stands at the door, by the port's name and the browser's word; null: the port is closed unheard.
 *
 * | port  | content script, top document | in a frame | one of FACES | TRY in a tab | anybody else |
 * | ----- | ---------------------------- | ---------- | ------------ | ------------ | ------------ |
 * | page  | yes                          | yes        | no           | yes          | no           |
 * | frame | yes                          | yes        | no           | no           | no           |
 * | popup | no                           | no         | yes          | yes          | no           |
 *
 * That a frame gets through its door does not mean that it may be paid: see `extension/background/frame-tree.ts`.
 */
export const doorFor = (port: string, caller: Caller, house: House): Door | null => {
  if (caller.extensionId !== house.id) return null
  const face = faceOf(caller, house)
  if (port === POPUP_PORT) return face === null ? null : { kind: 'popup' }
  if (port !== PAGE_PORT && port !== FRAME_PORT) return null
  if (caller.url?.startsWith(house.root))
    return port === PAGE_PORT ? ownDoor(face, caller, house) : null
  const door = documentDoor(caller)
  return door && { kind: port === PAGE_PORT ? 'page' : 'frame', ...door }
}
