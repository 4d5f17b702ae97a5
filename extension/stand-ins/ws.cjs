/** ilp-plugin-btp is always given a socket class: its own default must never be used. */
module.exports = class NoSocket {
  constructor() {
    throw new Error('no socket class was given')
  }
}
