'use strict'

/**
 * The connector's process: takes its configuration as the first message, answers `{ ready: true }` or
 * `{ failed, code }`. CommonJS, because `import 'ilp-connector'` would start a connector of its own.
 */
const http = require('http')
const { createApp } = require('ilp-connector')

/**
 * One request for each connection. Browsers send a POST again by themselves where a connection that they used before breaks
 * without an answer, and tell nobody: the connector would count that packet twice.
 */
const { createServer } = http
http.createServer = (...given) => Object.assign(createServer(...given), { maxRequestsPerSocket: 1 })

/** Whoever started this process is gone, and nobody else would end it. */
process.on('disconnect', () => process.exit(0))

/** Ctrl-C reaches the whole process group; the parent ends this one when it has closed the rest. */
process.on('SIGINT', () => undefined)

const fail = (error) =>
  process.send({ failed: error.message, code: error.code }, () => process.exit(1))
process.on('uncaughtException', fail)

process.once('message', (config) => {
  createApp({ ...config, backend: require.resolve('./fixed-rates.cjs') })
    .listen()
    .then(() => process.send({ ready: true }), fail)
})
