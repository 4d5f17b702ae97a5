import { pageCall } from '../../../browsers/page-call.ts'

/** What a content script says, what the page's script hears, and what a popup asks for. */
const MESSAGES = [
  { kind: 'facts', visible: true, tags: [{ id: 'x', kind: 'link', address: '$wallet.example' }] },
  { kind: 'command', id: 'x', name: 'setBudget', payload: { budget: '1000000' } },
  { kind: 'command', id: 'x', name: 'setPayments', payload: { on: false } },
  { kind: 'paid', tag: 'x', url: 'https://wallet.example/', amount: '1', assetCode: 'USD' },
  { legacy: { type: 'monetizationstart', state: 'started', detail: {} } },
  { paid: { paymentPointer: 'https://wallet.example/', amount: '9', assetScale: 0 } },
]

/** Runs in the page; gives how many it has made up. */
const forge = async (names: readonly string[], messages: readonly object[]): Promise<number> => {
  const targets: EventTarget[] = [window, document, document.documentElement]
  targets.push(...document.querySelectorAll('link'))
  const { monetization } = document as { monetization?: EventTarget }
  if (monetization) targets.push(monetization)
  let forged = 0
  for (const name of names) {
    const message = messages[forged % messages.length] ?? {}
    const detail = JSON.stringify(message)
    for (const target of targets) {
      for (const event of [
        new CustomEvent(name, { detail, bubbles: true }),
        new CustomEvent(name, { detail: { ...message, name, kind: name }, bubbles: true }),
        new MouseEvent(name, { bubbles: true }),
        new MessageEvent(name, { data: message }),
        new PageTransitionEvent(name, { persisted: true }),
      ]) {
        target.dispatchEvent(event)
        forged += 1
      }
    }
    for (const data of [name, { ...message, kind: name }, { type: name, detail: message }]) {
      window.postMessage(data, '*')
      forged += 1
    }
  }
  const { port1, port2 } = new MessageChannel()
  window.postMessage({ name: 'page', kind: 'connect' }, '*', [port2])
  port1.postMessage(messages[0])
  // Posted messages come one after the other: when the last has come, all have.
  await new Promise((resolve) => {
    window.addEventListener('message', ({ data }) => data === 'the last' && resolve(undefined))
    window.postMessage('the last', '*')
  })
  return forged
}

export const forgeries = (names: readonly string[]): string => pageCall(forge, names, MESSAGES)
