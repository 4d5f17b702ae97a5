import { message } from './message.ts'

/** When the wallet pays, and when it speaks up. */
export const HABIT_WORDS = {
  title: message('habits_title'),
  pause: message('habits_pause'),
  idlePause: message('habits_idlePause'),
  idlePauseMeans: message('habits_idlePauseMeans'),
  payAudible: message('habits_payAudible'),
  payAudibleMeans: message('habits_payAudibleMeans'),
  notifications: message('habits_notifications'),
  notificationsMean: message('habits_notificationsMean'),
  siteShare: message('habits_siteShare'),
  siteShareMeans: message('habits_siteShareMeans'),
  greedy: (site: string, percent: number) => message('habits_greedy', site, String(percent)),
  greedyMeans: message('habits_greedyMeans'),
  percent: message('habits_percent'),
  shareOutOfRange: message('failure_shareOutOfRange'),
  notAllowed: message('habits_notAllowed'),
} as const
