/* global document, paidCard */
/** Hears what happens to the page's one <meta name="monetization">: the older API, `document.monetization`. */
const { monetization } = document

const address = () => document.querySelector('meta[name="monetization"]').content

if (monetization === undefined) {
  document.addEventListener('DOMContentLoaded', () => paidCard.show(address(), 'no-wallet'))
} else {
  for (const [type, state] of [
    ['monetizationpending', 'pending'],
    ['monetizationstart', 'started'],
    ['monetizationstop', 'stopped'],
  ]) {
    monetization.addEventListener(type, () => {
      paidCard.show(address(), state)
      paidCard.log(type)
    })
  }

  monetization.addEventListener('monetizationprogress', ({ detail }) => {
    paidCard.add(address(), detail)
    paidCard.log(`monetizationprogress ${detail.amount} ${detail.assetCode}/${detail.assetScale}`)
  })
}
