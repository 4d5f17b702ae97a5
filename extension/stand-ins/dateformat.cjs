/** The one mask that btp-packet writes its dates with: `20260131T235959.123Z`, without the T. */
const MASK = "UTC:yyyymmddHHMMss.l'Z'"

module.exports = (date, mask) => {
  if (mask !== MASK) throw new Error(`no such date format here: ${mask}`)
  return new Date(date).toISOString().replace(/[-:T]/g, '')
}
