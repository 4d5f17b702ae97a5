/** The one function of Node's `crypto` that ilp-plugin-btp's client calls: random request ids. */
exports.randomBytes = (size, callback) => {
  callback(null, Buffer.from(crypto.getRandomValues(new Uint8Array(size))))
}
