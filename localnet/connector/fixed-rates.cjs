'use strict'

/**
 * A rate backend for ilp-connector whose prices never move.
 * `prices` gives each asset code's worth in one common currency, per whole unit of the asset.
 */
class FixedRates {
  constructor({ prices, spread = 0 }, { getInfo }) {
    this.prices = prices
    this.spread = spread
    this.getInfo = getInfo
  }

  async connect() {}

  /** Destination units for one source unit. */
  async getRate(sourceAccount, destinationAccount) {
    const source = this.getInfo(sourceAccount)
    const destination = this.getInfo(destinationAccount)
    const price = this.prices[source.assetCode] / this.prices[destination.assetCode]
    const rate = price * (1 - this.spread) * 10 ** (destination.assetScale - source.assetScale)
    // 15 digits, as the connector's own backends give: it multiplies decimally and then rounds down.
    return Number(rate.toPrecision(15))
  }

  async submitPayment() {}
}

module.exports = FixedRates
