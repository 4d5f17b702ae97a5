// Behaves as a well-behaved wallet does: it brings an API only where there is none, and tells links what it paid.
window.MonetizationEvent ??= class MonetizationEvent extends window.Event {}
const pay = () => {
  for (const link of document.querySelectorAll('link[rel=monetization]'))
    link.dispatchEvent(new window.Event('monetization', { bubbles: true }))
}
// Pages of a test say when it is to pay, so that there is a time before it.
if (window.location.pathname === '/both')
  window.addEventListener('load', () => document.addEventListener('go', pay))
