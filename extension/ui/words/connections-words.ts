import { message } from './message.ts'

export const CONNECTIONS_WORDS = {
  title: message('connections_title'),
  means: message('connections_means'),
  inUse: message('connections_inUse'),
  use: message('connections_use'),
  rename: message('connections_rename'),
  remove: message('connections_remove'),
  named: (action: string, name: string) => message('connections_named', action, name),
  nowInUse: (name: string) => message('connections_nowInUse', name),
  month: message('connections_month'),
  monthOf: (amount: string, limit: string) => message('connections_monthOf', amount, limit),
  noBudget: message('connections_noBudget'),
  name: message('connections_name'),
  nameMeans: message('connections_nameMeans'),
  removeAsks: (name: string) => message('connections_removeAsks', name),
  add: message('connections_add'),
  addYes: message('connections_addYes'),
  useAtOnce: message('connections_useAtOnce'),
  useAtOnceMeans: message('connections_useAtOnceMeans'),
  added: message('connections_added'),
  choose: message('connections_choose'),
} as const

export const CONNECTION_FAILURES = {
  'too-many-connections': message('failure_tooManyConnections'),
  'name-too-long': message('failure_nameTooLong'),
} as const
