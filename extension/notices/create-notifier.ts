import browser from 'webextension-polyfill'
import type { Glance } from '../../src/wallet/glance.ts'
import { messageText } from '../messages/message-text.ts'
import type { ToldStore } from '../storage/told-store.ts'
import type { MessageKey } from '../ui/words/message.ts'
import { dueNotices, type Notice, type Told } from './due-notices.ts'

/** Networks come and go; this is more than a moment. */
const LOST_MS = 30_000

const TEXTS: Readonly<Record<Notice, readonly [title: MessageKey, text: MessageKey]>> = {
  budget_80: ['notice_budget_80_title', 'notice_budget_80'],
  budget_100: ['notice_budget_100_title', 'notice_budget_100'],
  connector_lost: ['notice_connector_lost_title', 'notice_connector_lost'],
}

const show = async (notice: Notice): Promise<void> => {
  const [title, text] = TEXTS[notice]
  // Not there before the user allowed it, and no more once it was taken back.
  const { notifications } = browser as { notifications?: typeof browser.notifications }
  await notifications?.create(notice, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title: messageText(title),
    message: messageText(text),
  })
}

/** Tells the user what has to be told, where that is wanted. */
export const createNotifier = (
  store: Promise<ToldStore>,
  now: () => number = () => performance.now(),
): { look: (glance: Glance) => void } => {
  let lostSince: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()
  /** Nobody else writes it: read once. */
  let told: Told | null = null

  const tell = async (glance: Glance): Promise<void> => {
    const { budget, connected } = glance
    const lost = lostSince !== null && now() - lostSince >= LOST_MS
    told ??= await (await store).load()
    const due = dueNotices({ budget, connected, lost }, told)
    if (JSON.stringify(due.told) === JSON.stringify(told)) return
    // First written down: what fails after that is not said, and nothing is said twice.
    await (await store).save(due.told)
    told = due.told
    for (const notice of due.notices) await show(notice)
  }
  const look = (glance: Glance): void => {
    if (!glance.habits.notifications) return
    if (glance.reason !== 'connector-unreachable') {
      lostSince = null
      clearTimeout(timer)
      timer = undefined
    } else {
      lostSince ??= now()
      timer ??= setTimeout(() => look(glance), LOST_MS)
    }
    last = last.then(() => tell(glance)).catch(() => {})
  }
  return { look }
}
