import { readFileSync } from 'node:fs'
import type { Reason } from '../../src/reason/reason.ts'
import { expect, test } from './kit/test.ts'

/** Why a reason is made for real by no test. */
interface NotMade {
  readonly because: string
}

/** The test that makes each reason for real and reads it from the popup; a new reason does not compile without one. */
const MADE_IN: Readonly<Record<Reason, string | NotMade>> = {
  'switched-off': 'stopping',
  'never-pay': 'site-rules',
  // The popup shows the first step then, and no page: reasons-of-books.spec.ts begins with it.
  'not-set-up': { because: 'the popup has no page to say it of' },
  // And hidden-chromium.spec.ts: Playwright makes every page visible.
  hidden: 'hidden-firefox',
  'frame-not-allowed': 'reasons-of-receivers',
  'page-policy': 'reasons-of-receivers',
  'address-refused': 'reasons-of-receivers',
  'address-unreachable': 'reasons-of-receivers',
  'address-wrong-answer': 'reasons-of-receivers',
  connecting: 'reasons-of-receivers',
  'connector-unreachable': 'reasons-of-connectors',
  'token-refused': 'reasons-of-connectors',
  'origin-refused': 'reasons-of-connectors',
  'no-asset': 'reasons-of-connectors',
  'other-account': 'reasons-of-connectors',
  'out-of-credit': 'reasons-of-connectors',
  'budget-spent': 'budget',
  'rate-zero': 'site-rules',
  'rate-zero-here': 'site-rules',
  'site-cap-reached': 'site-rules',
  'receiver-unreachable': 'reasons-of-receivers',
  'receiver-refused': 'reasons-of-receivers',
  'delivery-unproven': 'reasons-of-receivers',
  'rate-dropped': 'reasons-of-receivers',
  'wrong-clock': 'reasons-of-receivers',
  'clock-jumped': 'reasons-of-books',
  'too-many-tags': 'changing-frames',
  'book-damaged': 'reasons-of-books',
  replaced: 'reasons-of-books',
  paused: 'habits',
  // In Firefox alone, as the next one: what Chromium cannot be made to do is said where they are skipped.
  idle: 'habits',
  'no-site-access': 'welcome',
  // src/wallet/wallet.spec.ts gives the wallet a computer without chance.
  'internal-fault': { because: 'no browser lets the wallet fail at what cannot happen' },
}

/** The steps that read a reason's words and buttons. */
const READERS = 'told|toldOfTag|unpaid|notice|meet'

test('every reason is made for real, and read from the popup', () => {
  for (const [reason, where] of Object.entries(MADE_IN)) {
    if (typeof where !== 'string') continue
    const source = readFileSync(new URL(`./${where}.spec.ts`, import.meta.url), 'utf8')
    expect(source, where).toMatch(new RegExp(`\\b(?:${READERS})\\([^;]*?'${reason}'`))
  }
})
