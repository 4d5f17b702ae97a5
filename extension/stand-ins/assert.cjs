/** The part of Node's `assert` that the Interledger packages call. */
function assert(value, message) {
  if (!value) throw message instanceof Error ? message : new Error(message || 'assertion failed')
}
assert.ok = assert
assert.equal = (a, b, message) => assert(a == b, message)
assert.strictEqual = (a, b, message) => assert(a === b, message)

module.exports = assert
