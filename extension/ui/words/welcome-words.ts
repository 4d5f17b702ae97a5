import type { IconState } from '../../icon/icon-look.ts'

const ICONS: Readonly<Record<IconState, string>> = {
  paying: 'The page that you look at is paid.',
  nothing: 'The page asks for no payment.',
  paused: 'It asks for one, and waits. The popup says for what.',
  off: 'Payments are switched off, or not set up.',
  attention: 'You are needed. The popup says what to do.',
}

/** The page that is opened after the installation. */
export const WELCOME_WORDS = {
  pageTitle: 'Welcome to Tributary',
  title: 'Pay the pages you read, a little at a time',
  what: [
    'Some pages ask for a small payment while you read them. Tributary pays them, from your own account, through a connector that you choose.',
    'It never spends more in a month than the budget you set here.',
    'You see what every page got, and you can stop at any time.',
  ],
  doneTitle: 'Your wallet is ready',
  done: (budget: string, connector: string) =>
    `It pays up to ${budget} a month through ${connector}.`,
  pinTitle: 'Keep its icon in sight',
  pin: 'The icon tells whether the page in front of you is paid. Open the list of extensions in the toolbar, and pin Tributary.',
  pinned: 'It is pinned.',
  accessTitle: 'Let it see pages',
  accessGranted:
    'Tributary may look for payment tags in the pages you visit. It reads nothing else in them.',
  allow: 'Allow on all sites',
  accessRefused: 'The browser did not allow it.',
  tryTitle: 'Try it',
  tryIt:
    'Open a page that asks for payment, look at the toolbar, and press the icon to see what the page gets.',
  icons: ICONS,
  openGuide: 'New here? See how it works',
} as const
