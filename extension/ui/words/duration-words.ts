import { counted } from './counted.ts'
import { message } from './message.ts'

const MONTH_OF_MINUTES = 31 * 24 * 60

/** A length of reading time, as exact as is of use. */
export const durationWords = (minutes: number): string => {
  if (minutes >= MONTH_OF_MINUTES) return message('duration_wholeMonth')
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours >= 10) return counted('duration_aboutHours_counted', hours)
  if (hours === 0) return message('duration_minutes', String(minutes))
  if (rest === 0) return message('duration_hours', String(hours))
  return message('duration_hoursAndMinutes', String(hours), String(rest))
}
