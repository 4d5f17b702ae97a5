/* global document, paidCard */
/**
 * Hears what happens to every <link rel="monetization"> of the page, whenever it was added. `monetization` events
 * bubble up to the document; `load` and `error` do not bubble, so they are caught on their way down.
 */
const supported = document.createElement('link').relList.supports('monetization')

const isMonetization = (element) => element.matches?.('link[rel~="monetization"]')

/** The address as the page's author wrote it: `event.paymentPointer` may spell it differently. */
const addressOf = (link) => link.getAttribute('href')

document.addEventListener('DOMContentLoaded', () => {
  if (supported) return
  for (const { dataset } of document.querySelectorAll('output[data-api="v2"]')) {
    paidCard.show(dataset.pointer, 'no-wallet')
  }
})

for (const [type, state] of [
  ['load', 'ready'],
  ['error', 'error'],
]) {
  const listener = ({ target }) => {
    if (!isMonetization(target)) return
    paidCard.show(addressOf(target), state)
    paidCard.log(`${type} ${addressOf(target)}`)
  }
  document.addEventListener(type, listener, true)
}

document.addEventListener('monetization', (event) => {
  const address = addressOf(event.target)
  const { value, currency } = event.amountSent
  // Of `amount` and its asset not every wallet tells; `amountSent` is always there.
  paidCard.add(address, event, { value, currency })
  paidCard.show(address, 'paid')
  paidCard.log(`monetization ${value} ${currency} to ${event.paymentPointer}`)
})
