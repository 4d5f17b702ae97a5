import '../stand-ins/node-globals.ts'

/** All that the wallet takes of the Interledger packages: bundled alone it tells what they weigh. */
export { deserialize as deserializeBtp, Type as BtpType } from 'btp-packet'
export { EventEmitter } from 'events'
export {
  deserializeIlpFulfill,
  deserializeIlpPrepare,
  deserializeIlpReject,
  errorToReject,
  isIlpError,
  isValidIlpAddress,
  serializeIlpFulfill,
  serializeIlpReject,
  Type,
} from 'ilp-packet'
export { default as BtpPlugin } from 'ilp-plugin-btp'
export * as ildcp from 'ilp-protocol-ildcp'
export { Connection } from 'ilp-protocol-stream'
export {
  generateFulfillment,
  generateFulfillmentKey,
  generatePskEncryptionKey,
  hash,
} from 'ilp-protocol-stream/dist/src/crypto'
export { FrameType, Packet } from 'ilp-protocol-stream/dist/src/packet'
