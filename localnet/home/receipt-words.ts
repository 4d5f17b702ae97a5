import type { Refused } from '../verifier/verified-book.ts'
import type { Home } from './home.ts'
import { html, type Markup } from './html.ts'
import { majorUnits } from './major-units.ts'

const WHY: Readonly<Record<Refused['why'], string>> = {
  malformed: 'This is no STREAM receipt: 58 bytes of version 1, which are 80 characters of base64.',
  'unknown-nonce':
    'Nobody here gave out its nonce: it is of a payment to another verifier, or more than a month old. Payers get a nonce where they are sent to the pointer by its address at the verifier.',
  'wrong-signature':
    'It is not signed with the secret that goes with its nonce: somebody wrote or changed it who did not get the money.',
}

/** What there is to say of a receipt, for programs and for people. */
export interface ReceiptAnswer {
  readonly json: Readonly<Record<string, unknown>>
  readonly markup: Markup
}

/** Checks a receipt, in base64; it is not counted by that. */
export const receiptAnswer = (home: Home, text: string): ReceiptAnswer => {
  const checked = home.parts.verified.check(text.trim())
  if (checked.kind === 'refused') {
    const message = WHY[checked.why]
    return {
      json: { valid: false, reason: checked.why, message },
      markup: html`<p class="alert" role="alert"><strong>Not valid.</strong> ${message}</p>`,
    }
  }
  const { user, streamId, total, proven } = checked
  const path = user.startsWith('home/') ? user.slice('home'.length) : `/${user}`
  const account = home.account(path)
  const asset = account?.asset ?? { code: 'units', scale: 0 }
  const more = total > proven ? total - proven : 0n
  const json = {
    valid: true,
    pointer: account?.address ?? null,
    asset,
    streamId,
    totalReceived: total.toString(),
    notYetSubmitted: more.toString(),
  }
  const markup = html`<div class="good" role="status">
    <p><strong>Valid.</strong> The wallet got the money and signed for it.</p>
    <dl>
      <dt>Paid to</dt>
      <dd>${account?.address ?? user}</dd>
      <dt>Stream</dt>
      <dd>${streamId}</dd>
      <dt>Received over the whole stream</dt>
      <dd>${majorUnits(total, asset)}</dd>
      <dt>Not yet brought to the verifier</dt>
      <dd>${majorUnits(more, asset)}</dd>
    </dl>
  </div>`
  return { json, markup }
}
