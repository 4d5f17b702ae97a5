const MONTH_OF_MINUTES = 31 * 24 * 60

/** A length of reading time, as exact as is of use. */
export const durationWords = (minutes: number): string => {
  if (minutes >= MONTH_OF_MINUTES) return 'the whole month, day and night'
  const hours = Math.floor(minutes / 60)
  if (hours >= 10) return `about ${hours} hours`
  if (hours === 0) return `${minutes} min`
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
}
