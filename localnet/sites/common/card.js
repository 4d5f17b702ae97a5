/* global document, amounts */
/**
 * The card "This page was paid": one <output> for each tag, found by the tag's address, and a log of the last events.
 * An output carries what it shows as data- attributes too:
 *   data-state    v1: stopped, pending, started.  v2: waiting, ready, paid, error.  Both: no-wallet
 *   data-events   how many events told of money
 *   data-total    received, in the smallest unit of data-asset-code at data-asset-scale
 *   data-sent     what left the visitor's wallet, in whole units of data-currency (v2 only)
 */
const LOG_LENGTH = 6

/** Events may come while the document is still being read, when the card is not there yet. */
const whenParsed = (update) => {
  if (document.readyState !== 'loading') update()
  else document.addEventListener('DOMContentLoaded', update, { once: true })
}

const outputFor = (address) =>
  [...document.querySelectorAll('.card output')].find(({ dataset }) => dataset.pointer === address)

const render = (output) => {
  const { pointer, state, total, events, assetCode, assetScale, sent, currency } = output.dataset
  const amount = document.createElement('span')
  amount.className = 'amount'
  amount.textContent =
    state === 'no-wallet'
      ? 'No wallet here'
      : assetCode === undefined
        ? 'Nothing yet'
        : `${amounts.majorUnits(total, Number(assetScale))} ${assetCode}`

  const lines = [pointer]
  if (state === 'no-wallet')
    lines.unshift('With a Web Monetization wallet, reading would pay for itself.')
  else
    lines.unshift(
      `Payments: ${events}${sent === undefined ? '' : ` · you sent ${sent} ${currency}`}`,
    )
  const notes = lines.map((text) =>
    Object.assign(document.createElement('small'), { textContent: text }),
  )
  output.replaceChildren(amount, ...notes)
}

globalThis.paidCard = {
  /** @param {string} address the tag's `content` or `href` as written */
  show(address, state) {
    whenParsed(() => {
      const output = outputFor(address)
      output.dataset.state = state
      render(output)
    })
  },

  /**
   * Adds one payment.
   * @param received `{ amount, assetCode, assetScale }`, amount in smallest units
   * @param sent `{ value, currency }`, value in whole units; absent in the older API
   */
  add(address, received, sent) {
    whenParsed(() => {
      const output = outputFor(address)
      const { dataset } = output
      dataset.events = String(Number(dataset.events) + 1)
      if (received.amount !== undefined) {
        dataset.total = String(BigInt(dataset.total) + BigInt(received.amount))
        dataset.assetCode = received.assetCode
        dataset.assetScale = received.assetScale
      }
      if (sent) {
        dataset.sent = amounts.add(dataset.sent ?? '0', sent.value)
        dataset.currency = sent.currency
      }
      render(output)
    })
  },

  log(text) {
    whenParsed(() => {
      const list = document.querySelector('.card ol')
      list.prepend(Object.assign(document.createElement('li'), { textContent: text }))
      while (list.children.length > LOG_LENGTH) list.lastChild.remove()
    })
  },
}
