import { counted } from './counted.ts'
import { message } from './message.ts'

/** The table of all rules. */
export const RULES_WORDS = {
  title: message('rules_title'),
  means: message('rules_means'),
  empty: message('rules_empty'),
  search: message('rules_search'),
  table: message('rules_table'),
  rule: message('rules_rule'),
  rate: message('rules_rate'),
  month: message('rules_month'),
  select: (site: string) => message('rules_select', site),
  selectAll: (count: number) => counted('rules_selectAll_counted', count),
  selected: (count: string, all: string) => message('rules_selected', count, all),
  change: message('rules_change'),
  defaults: message('rules_defaults'),
  apply: message('rules_apply'),
  noneSelected: message('rules_noneSelected'),
  done: (count: number) => counted('rules_done_counted', count),
  asks: {
    defaults: (count: number) => counted('rules_asksDefaults_counted', count),
    rate: (count: number) => counted('rules_asksRate_counted', count),
    cap: (count: number) => counted('rules_asksCap_counted', count),
  },
  yes: message('rules_yes'),
  add: message('rules_add'),
  address: message('rules_address'),
  addressMeans: message('rules_addressMeans'),
  addAs: message('rules_addAs'),
  added: (site: string) => message('rules_added', site),
  amountMissing: message('rules_amountMissing'),
  insecure: message('rules_insecure'),
} as const
