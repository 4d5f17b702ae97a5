/** The one kind of the package `uuid` that ilp-protocol-stream asks for. */
exports.v4 = () => crypto.randomUUID()
