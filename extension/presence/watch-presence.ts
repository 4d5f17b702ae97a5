import type { Tabs } from 'webextension-polyfill'
import browser from '../native-browser.ts'
import type { Habits } from '../../src/wallet/habits.ts'
import type { Presence } from '../../src/wallet/presence.ts'

/** Reading a page without touching anything takes minutes; being away takes longer. */
const IDLE_SECONDS = 300

type Changed = Pick<Tabs.OnUpdatedChangeInfoType, 'audible'>

/** Firefox tells of nothing else then; Chromium has no such filter. */
const onlyAudible = browser.runtime.getURL('').startsWith('moz-extension:')
  ? ([{ properties: ['audible'] }] as [Tabs.UpdateFilter])
  : []

/**
 * Watches for what the user's habits ask about, and for nothing that they do not: a listener for tabs would
 * wake the background with every page that is opened.
 */
export const createPresenceWatch = (
  tell: (presence: Presence) => void,
): { follow: (habits: Habits) => void } => {
  const audible = new Set<number>()
  let away = false
  let watchesIdle = false
  let watchesTabs = false

  const say = (): void => tell({ away, audible: new Set(audible) })
  const onIdle = (state: string): void => {
    away = state !== 'active'
    say()
  }
  const onTab = (tab: number, { audible: plays }: Changed): void => {
    if (plays === undefined) return
    if (plays) audible.add(tab)
    else audible.delete(tab)
    say()
  }
  const watchIdle = (wanted: boolean): void => {
    // The permission is given, and taken away, while we run.
    const { idle } = browser as { idle?: typeof browser.idle }
    const can = wanted && idle !== undefined
    if (can === watchesIdle) return
    watchesIdle = can
    if (can) {
      idle.setDetectionInterval(IDLE_SECONDS)
      idle.onStateChanged.addListener(onIdle)
      void idle.queryState(IDLE_SECONDS).then(onIdle)
      return
    }
    idle?.onStateChanged.removeListener(onIdle)
    onIdle('active')
  }
  const watchTabs = (wanted: boolean): void => {
    if (wanted === watchesTabs) return
    watchesTabs = wanted
    if (!wanted) {
      browser.tabs.onUpdated.removeListener(onTab)
      audible.clear()
      return say()
    }
    browser.tabs.onUpdated.addListener(onTab, ...onlyAudible)
    void browser.tabs.query({ audible: true }).then((tabs) => {
      for (const { id } of tabs) if (id !== undefined) audible.add(id)
      say()
    })
  }
  return {
    follow({ idlePause, payAudible }) {
      watchTabs(idlePause || payAudible)
      watchIdle(idlePause)
    },
  }
}
