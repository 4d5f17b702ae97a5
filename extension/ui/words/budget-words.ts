import { message } from './message.ts'

export const BUDGET_WORDS = {
  title: message('budget_title'),
  spentOf: (limit: string) => message('budget_spentOf', limit),
  left: message('budget_left'),
  onItsWay: message('budget_onItsWay'),
  inDoubt: message('budget_inDoubt'),
  inDoubtMeans: message('budget_inDoubtMeans'),
  renews: (day: string) => message('budget_renews', day),
  renewal: { due: message('budget_renewalDue'), asking: message('budget_renewalAsking') },
  allSpent: message('budget_allSpent'),
  allSpentMeans: (day: string) => message('budget_allSpentMeans', day),
  raise: message('budget_raise'),
} as const
