import type { ImportChange } from '../../../src/wallet/preview-import.ts'
import { formatAmount } from '../format-amount.ts'
import { typedNumber } from '../typed-amount.ts'
import { counted } from './counted.ts'
import { DASHBOARD_WORDS } from './dashboard-words.ts'
import { message } from './message.ts'

export const IMPORT_WORDS = {
  title: message('import_title'),
  same: message('import_same'),
  asks: message('import_asks'),
  asksRaise: message('import_asksRaise'),
  yes: message('import_yes'),
  no: message('import_no'),
  left: message('import_left'),
} as const

const daysWords = (days: number): string =>
  Object.entries(DASHBOARD_WORDS.days).find(([choice]) => choice === String(days))?.[1] ?? ''

const percent = (hundredths: number): string => typedNumber(String(hundredths / 100))

/** One thing that a file of settings would change, as a sentence. */
export const importWords = (change: ImportChange): string => {
  switch (change.what) {
    case 'budget':
    case 'rate': {
      const to = formatAmount(change.to, change.asset)
      const budget = change.what === 'budget'
      if (change.from === null) return message(budget ? 'import_budgetNew' : 'import_rateNew', to)
      const from = formatAmount(change.from, change.asset)
      if (BigInt(change.to) > BigInt(change.from))
        return message(budget ? 'import_budgetRises' : 'import_rateRises', from, to)
      return message(budget ? 'import_budgetFalls' : 'import_rateFalls', from, to)
    }
    case 'connection':
      return message('import_connection', change.address, change.ilpAddress)
    case 'no-token':
      return message('import_noToken', change.address)
    case 'payments-off':
      return message('import_paymentsOff')
    case 'developer-mode':
      return change.on ? message('import_developerOn') : message('import_developerOff')
    case 'tolerance':
      return message('import_tolerance', percent(change.from), percent(change.to))
    case 'page-days':
      return message('import_pageDays', daysWords(change.from), daysWords(change.to))
    case 'pages-go':
      return message('import_pagesGo')
    case 'rules-added':
      return counted('import_rulesAdded_counted', change.count)
    case 'rules-changed':
      return counted('import_rulesChanged_counted', change.count)
    case 'rules-removed':
      return counted('import_rulesRemoved_counted', change.count)
    case 'connections-kept':
      return counted('import_connectionsKept_counted', change.count)
    case 'freer':
      return counted('import_freer_counted', change.count)
  }
}
