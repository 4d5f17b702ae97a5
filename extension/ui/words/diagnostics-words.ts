import { message } from './message.ts'

/** Below the help, which is in English. */
export const DIAGNOSTICS_WORDS = {
  title: message('diagnostics_title'),
  means: message('diagnostics_means'),
  withAddresses: message('diagnostics_withAddresses'),
  withAddressesMean: message('diagnostics_withAddressesMean'),
  report: message('diagnostics_report'),
} as const
