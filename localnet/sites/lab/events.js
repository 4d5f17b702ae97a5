/* global document, amounts, receipts */
/** Shows all that a wallet tells a page, over both APIs, and what it comes to. */
const ROWS = 500

const find = (selector) => document.querySelector(selector)
const tail = (text, length) => (text.length > length ? `…${text.slice(-length)}` : text)

const cell = (text, tag = 'td') => {
  const element = document.createElement(tag)
  if (tag === 'th') element.scope = 'row'
  element.textContent = text
  return element
}

/** One line of sums for each pointer and asset: amounts of different assets have no sum. */
const sums = new Map()

const showSums = () => {
  find('#sums tbody').replaceChildren(
    ...[...sums.values()].map(({ pointer, asset, events, received, sent, proven }) => {
      const row = document.createElement('tr')
      const major = (units) => `${amounts.majorUnits(units, asset.scale)} ${asset.code}`
      row.append(
        cell(pointer, 'th'),
        cell(String(events)),
        cell(major(received)),
        cell(sent === null ? '–' : `${sent.value} ${sent.currency}`),
        cell(proven === null ? '–' : major(proven)),
      )
      return row
    }),
  )
}

const sumOf = (pointer, asset) => {
  const key = `${pointer} ${asset.code}/${asset.scale}`
  const none = { pointer, asset, events: 0, received: 0n, sent: null, proven: null }
  if (!sums.has(key)) sums.set(key, none)
  return sums.get(key)
}

/** The receipt as it stands in the event, and, once the verifier has answered, what it was worth. */
const receiptCell = (base64, sum, asset) => {
  const element = cell('–')
  const content = base64 ? receipts.read(base64) : null
  if (content === null) return element
  const major = (units) => amounts.majorUnits(units, asset.scale)
  const says = `stream ${content.streamId}, ${major(content.total)} in all, nonce ${content.nonce.slice(0, 8)}…`
  element.textContent = says
  receipts.submit(base64).then(
    (amount) => {
      sum.proven = (sum.proven ?? 0n) + amount
      element.textContent = `${says}: proves ${major(amount)} more`
      showSums()
    },
    // An older receipt may come in behind a newer one; then there is nothing new in it.
    (error) => (element.textContent = `${says}: ${error.message}`),
  )
  return element
}

/**
 * Adds an event to the table, and its money to the sums.
 * @param money null, or `{ pointer, amount, assetCode, assetScale, receipt, sent }`; `amount` is what was received, in
 *   the smallest unit, and `sent` is `{ value, currency }` in whole units, or null
 */
const show = (api, type, says, money) => {
  const row = document.createElement('tr')
  row.append(cell(new Date().toLocaleTimeString('en-GB')), cell(api), cell(type, 'th'))
  if (money === null) {
    row.append(cell('–'), cell('–'), cell('–'))
  } else {
    const { pointer, amount, assetCode, assetScale, receipt, sent } = money
    const asset = { code: assetCode, scale: assetScale }
    const sum = sumOf(pointer, asset)
    sum.events += 1
    sum.received += BigInt(amount)
    if (sent) {
      const value = amounts.add(sum.sent?.value ?? '0', sent.value)
      sum.sent = { value, currency: sent.currency }
    }
    row.append(
      cell(`${amounts.majorUnits(amount, assetScale)} ${assetCode}`),
      cell(sent ? `${sent.value} ${sent.currency}` : '–'),
      receiptCell(receipt, sum, asset),
    )
    showSums()
  }
  row.append(cell(says))
  const body = find('#events tbody')
  body.prepend(row)
  while (body.children.length > ROWS) body.lastChild.remove()
}

/* The newer API: events of the <link>. `monetization` bubbles; `load` and `error` do not, so they are caught on their
   way down. Both are heard at the document, so that it does not matter when a link is added. */
for (const type of ['load', 'error']) {
  document.addEventListener(
    type,
    ({ target }) => {
      if (!target.matches?.('link[rel~="monetization"]')) return
      const says = type === 'load' ? 'the address can be paid' : 'the address cannot be paid'
      show('link', type, says, null)
    },
    true,
  )
}

document.addEventListener('monetization', (event) => {
  const { amountSent, paymentPointer, amount, assetCode, assetScale, receipt } = event
  const sent = { value: amountSent.value, currency: amountSent.currency }
  // `amount` and what belongs to it are of an older draft: a wallet that has them is more exact.
  const money = { pointer: paymentPointer, amount: amount ?? '0', receipt, sent }
  show('link', 'monetization', '', {
    ...money,
    assetCode: assetCode ?? sent.currency,
    assetScale: assetScale ?? 0,
  })
})

/* The older API: an object of the document, which is not there without a wallet. */
const { monetization } = document

const showState = () => {
  const link = document.createElement('link')
  find('#supported').textContent = String(link.relList.supports('monetization'))
  find('#legacy').textContent = monetization === undefined ? 'undefined: no wallet' : 'is there'
  find('#state').textContent = monetization?.state ?? '–'
  find('#visibility').textContent = document.visibilityState
}

for (const type of ['pending', 'start', 'stop', 'progress']) {
  monetization?.addEventListener(`monetization${type}`, ({ type, detail }) => {
    const { paymentPointer, requestId, finalized } = detail
    const says = [
      `request ${requestId.slice(0, 8)}…`,
      ...(finalized === undefined ? [] : [finalized ? 'for good' : 'for now']),
    ]
    const money = detail.amount && { ...detail, pointer: paymentPointer, sent: null }
    show('document.monetization', type, says.join(', '), money || null)
    showState()
  })
}

document.addEventListener('visibilitychange', showState)

/* The tag. A page has one of either kind: with a link in it, the older API is silent. */
const TAGS = {
  link: (address) =>
    Object.assign(document.createElement('link'), { rel: 'monetization', href: address }),
  meta: (address) =>
    Object.assign(document.createElement('meta'), {
      name: 'monetization',
      // A payment pointer is a URL with `$` in place of its scheme.
      content: address.replace(/^https?:\/\//, '$'),
    }),
}
let tag = null

const setTag = (next) => {
  tag?.remove()
  tag = next
  if (tag) document.head.append(tag)
  find('#remove').disabled = tag === null
  find('form button').textContent = tag ? 'Change the tag' : 'Add the tag'
  showState()
}

document.addEventListener('DOMContentLoaded', () => {
  showState()
  find('form').addEventListener('submit', (event) => {
    event.preventDefault()
    const kind = find('[name="kind"]:checked').value
    show('page', 'tag', `${kind} ${tail(find('#address').value, 28)}`, null)
    setTag(TAGS[kind](find('#address').value.trim()))
  })
  find('#remove').addEventListener('click', () => {
    show('page', 'no tag', '', null)
    setTag(null)
  })
})
