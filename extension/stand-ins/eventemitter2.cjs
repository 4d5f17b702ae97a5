/** What ilp-plugin-btp uses of it is what every emitter does: no wildcards, no namespaces, nothing awaited. */
exports.EventEmitter2 = require('events').EventEmitter
