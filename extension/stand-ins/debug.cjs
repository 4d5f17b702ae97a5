/** Says nothing: see ilp-logger. */
function createDebug() {
  return createDebug.silence
}
createDebug.silence = Object.assign(() => {}, { enabled: false })
createDebug.default = createDebug
createDebug.formatters = {}

module.exports = createDebug
