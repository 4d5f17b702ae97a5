/* global document, window, paidCard */
/** Adds the page's monetization tag once everything has loaded; the button takes it away and brings it back. */
const button = document.querySelector('button')

const link = document.createElement('link')
link.rel = 'monetization'
link.href = button.dataset.address

const add = () => {
  document.head.append(link)
  button.textContent = 'Remove the tag'
}

const remove = () => {
  link.remove()
  button.textContent = 'Add the tag'
  if (link.relList.supports('monetization')) paidCard.show(button.dataset.address, 'waiting')
}

window.addEventListener('load', add)
button.addEventListener('click', () => (link.isConnected ? remove() : add()))
