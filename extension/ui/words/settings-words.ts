import type { ConnectionSnapshot } from '../../../src/wallet/snapshot.ts'
import { message } from './message.ts'

const STATES: Readonly<Record<ConnectionSnapshot['state'], string>> = {
  idle: message('settings_state_idle'),
  connecting: message('settings_state_connecting'),
  ready: message('settings_state_ready'),
  failed: message('settings_state_failed'),
}

export const SETTINGS_WORDS = {
  title: message('settings_title'),
  budget: message('settings_budget'),
  budgetMeans: message('settings_budgetMeans'),
  rate: message('settings_rate'),
  anHour: (code: string) => message('settings_anHour', code),
  rateMeans: (lasts: string) => message('settings_rateMeans', lasts),
  rateMonth: (month: string) => message('settings_rateMonth', month),
  rateZero: message('settings_rateZero'),
  tolerance: message('settings_tolerance'),
  toleranceMeans: message('settings_toleranceMeans'),
  percent: message('settings_percent'),
  developerMode: message('settings_developerMode'),
  developerModeMeans: message('settings_developerModeMeans'),
  connection: message('settings_connection'),
  state: message('settings_state'),
  states: STATES,
  address: message('settings_address'),
  account: message('settings_account'),
  noAccount: message('settings_noAccount'),
  ilpAddress: message('settings_ilpAddress'),
  asset: message('settings_asset'),
  mayRepeat: message('settings_mayRepeat'),
  change: message('settings_change'),
  changeAsks: message('settings_changeAsks'),
  changeYes: message('settings_changeYes'),
  changeNo: message('settings_changeNo'),
} as const
