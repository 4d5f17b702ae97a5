import { ADDRESS_EXAMPLE } from './address-example.ts'
import { message } from './message.ts'

export const FIRST_RUN_WORDS = {
  step: (at: number) => message('firstRun_step', String(at)),
  connectTitle: message('firstRun_connectTitle'),
  connectLead: message('firstRun_connectLead'),
  address: message('firstRun_address'),
  addressExample: ADDRESS_EXAMPLE,
  username: message('firstRun_username'),
  usernameHint: message('firstRun_usernameHint'),
  token: message('firstRun_token'),
  show: message('firstRun_show'),
  hide: message('firstRun_hide'),
  showToken: message('firstRun_showToken'),
  hideToken: message('firstRun_hideToken'),
  connect: message('firstRun_connect'),
  connecting: (address: string) => message('firstRun_connecting', address),
  bookKept: (spent: string, limit: string) => message('firstRun_bookKept', spent, limit),
  budgetTitle: message('firstRun_budgetTitle'),
  asset: (code: string) => message('firstRun_asset', code),
  budget: message('firstRun_budget'),
  budgetMeans: (day: string) => message('firstRun_budgetMeans', day),
  start: message('firstRun_start'),
  starting: message('firstRun_starting'),
  otherConnector: message('firstRun_otherConnector'),
} as const
