import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/wallet/snapshot.ts'
import type { DiagnosticFacts } from './facts.ts'
import { writeReport } from './write-report.ts'

const USD = { code: 'USD', scale: 9 }
const EUR = { code: 'EUR', scale: 2 }
const BUDGET_BEGAN = Date.UTC(2026, 10, 1)

/** Recognisable, and in no case to be told. */
const SECRETS = {
  token: 'canary-token',
  username: 'canary-username',
  account: 'canary-account',
  path: 'canary-path',
  name: 'canary-name',
  otherHost: 'canary-other-connector.example',
}
/** To be told only where addresses are wished. */
const ADDRESSES = {
  site: 'https://canary-site.example',
  greedy: 'https://canary-greedy.example',
  wallet: 'https://canary-wallet.example/canary-alice',
  redirected: 'canary-redirected.example',
  refused: '$canary-refused .example',
  once: 'canary-once.example',
  connector: 'canary-connector.example:7768',
}

const connectionOf = (host: string) => ({
  address: `wss://${SECRETS.username}:${SECRETS.token}@${host}/${SECRETS.path}?token=${SECRETS.token}`,
  username: SECRETS.username,
  asset: USD,
  ilpAddress: `test.${SECRETS.account}`,
})
const listed = (host: string, inUse: boolean) => ({
  ...connectionOf(host),
  id: `test.${SECRETS.account}/USD/9`,
  name: SECRETS.name,
  ownName: SECRETS.name,
  inUse,
  month: null,
})

const snapshot: Snapshot = {
  setup: 'done',
  connection: {
    ...connectionOf(ADDRESSES.connector),
    book: `test.${SECRETS.account}/USD/9`,
    state: 'failed',
    mayRepeat: false,
    reason: 'token-refused',
  },
  developerMode: true,
  payments: true,
  budget: {
    asset: USD,
    limit: '5000',
    spent: '30',
    reserved: '4',
    inDoubt: '2',
    left: '4964',
    period: '2026-11',
    renewsAt: Date.UTC(2026, 11, 1),
    renewal: 'none',
  },
  ratePerHour: '360000000',
  rateTolerance: 150,
  sites: [{ origin: ADDRESSES.site, sent: '30', inDoubt: '2', delivered: [] }],
  siteCount: 12,
  unwritten: false,
  deletions: 1,
  pageDays: 30,
  page: {
    origin: ADDRESSES.site,
    rule: { origin: ADDRESSES.site, never: false, ratePerHour: '7', monthlyCap: null },
    month: { sent: '30', open: '6' },
    otherWallet: true,
    tags: [
      {
        address: ADDRESSES.wallet,
        host: 'canary-wallet.example',
        redirectedTo: ADDRESSES.redirected,
        state: 'waiting',
        reason: 'hidden',
        sent: '30',
        delivered: { asset: EUR, amount: '3' },
        packets: 5,
      },
      {
        address: `${ADDRESSES.wallet}/2`,
        host: 'canary-wallet.example',
        redirectedTo: null,
        state: 'paying',
        reason: null,
        sent: '0',
        delivered: null,
        packets: 0,
      },
      {
        address: ADDRESSES.refused.replace(' ', '\nPayments: '),
        host: null,
        redirectedTo: null,
        state: 'stopped',
        reason: 'address-refused',
        sent: '0',
        delivered: null,
        packets: 0,
      },
    ],
  },
  oneTime: {
    state: 'done',
    host: ADDRESSES.once,
    amount: '9',
    sent: '0',
    delivered: null,
    inDoubt: '0',
    reason: 'receiver-refused',
  },
  pausedUntil: null,
  habits: { notifications: true, idlePause: false, payAudible: true, siteShare: 50 },
  greedy: { origin: ADDRESSES.greedy, percent: 61 },
  connections: [listed(ADDRESSES.connector, true), listed(SECRETS.otherHost, false)],
}

const facts: DiagnosticFacts = {
  surroundings: {
    version: '0.1.0',
    userAgent: 'Mozilla/5.0 (X11) Firefox/150.0',
    platform: 'linux, x86-64',
    language: 'de-CH',
    timeZone: 'Europe/Zurich',
    permissions: [
      { name: 'storage', granted: true },
      { name: 'idle', granted: false },
    ],
  },
  at: BUDGET_BEGAN,
  topic: 'token-refused',
  wallet: snapshot,
  stored: { days: 3, entries: 44 },
}
const reportOf = (changed: Partial<Snapshot>, withAddresses = false) =>
  writeReport({ ...facts, wallet: { ...snapshot, ...changed } }, { withAddresses })

describe('the report', () => {
  it('tells what helps, and calls sites and wallets by numbers', () => {
    expect(writeReport(facts, { withAddresses: false })).toBe(
      [
        'Tributary: 0.1.0',
        'Browser: Mozilla/5.0 (X11) Firefox/150.0',
        'Platform: linux, x86-64',
        'Language: de-CH',
        'Time: 2026-11-01T00:00:00.000Z, Europe/Zurich',
        'Permissions: storage yes, idle no',
        'Asked about: token-refused',
        '',
        'Setup: done',
        'Payments: on',
        'Paused: no',
        'Developer mode: on',
        'Connections: 2',
        'Connection: failed, token-refused',
        'Connector: wss:// to another computer, with a path',
        'ILP scheme: test',
        'Asset: USD, scale 9',
        'Budget: limit 5000, spent 30, on its way 4, in doubt 2, left 4964; month 2026-11, ends 2026-12-01T00:00:00.000Z, renewal none',
        'Rate: 360000000 an hour; tolerance 1.5 %',
        'Habits: notifications on, idle pause off, audible tabs on, warn from 50 %',
        'Journal: sound, 44 entries',
        'History: 12 sites, 3 days; pages kept 30 days; deletions 1',
        '',
        'Page: site 1; never off, rate 7, cap none; this month 30, open 6',
        'Another wallet seen: yes',
        'Tags: 3',
        '  1. wallet 1: waiting, hidden; packets 5; sent 30; delivered 3 (EUR, scale 2); redirected to wallet 2',
        '  2. wallet 1: paying; packets 0; sent 0',
        '  3. wallet 3: stopped, address-refused; packets 0; sent 0',
        'Single payment to wallet 4: done; amount 9, sent 0, in doubt 0; receiver-refused',
        'More than its share: site 2, 61 %',
        '',
      ].join('\n'),
    )
  })

  it('holds no address by default, and no secret ever', () => {
    expect(reportOf({})).not.toContain('canary')
    const asked = reportOf({}, true)
    for (const secret of Object.values(SECRETS)) expect(asked).not.toContain(secret)
  })

  it('holds every address where they are wished, each in its line', () => {
    const asked = reportOf({}, true)
    const { refused, ...others } = ADDRESSES
    for (const address of Object.values(others)) expect(asked).toContain(address)
    expect(asked).toContain(refused.replace(' ', ' Payments: '))
    expect(asked.split('\n')).toHaveLength(reportOf({}).split('\n').length)
    expect(asked.match(/^Payments: /gm)).toHaveLength(1)
  })

  it('is as silent about any other address and name', () => {
    const word = fc.stringMatching(/^[a-z0-9]{3,12}$/).map((text) => `canary${text}`)
    fc.assert(
      fc.property(
        word,
        fc.constantFrom('ws', 'wss'),
        fc.boolean(),
        (name, scheme, withAddresses) => {
          const { connection } = snapshot
          const report = reportOf(
            {
              connection: connection && {
                ...connection,
                address: `${scheme}://${name}:${name}@127.0.0.1:7768/${name}?${name}#${name}`,
                username: name,
                ilpAddress: name,
                book: name,
              },
              page: null,
              oneTime: null,
              greedy: null,
            },
            withAddresses,
          )
          expect(report).not.toContain('canary')
          expect(report).toContain(`Connector: ${scheme}:// to this computer`)
        },
      ),
    )
  })

  it('tells of a wallet that has nothing yet', () => {
    const fresh = writeReport(
      {
        ...facts,
        topic: null,
        stored: null,
        wallet: {
          ...snapshot,
          setup: 'connection',
          connection: null,
          budget: null,
          ratePerHour: null,
          sites: null,
          siteCount: null,
          page: null,
          oneTime: null,
          greedy: null,
          connections: [],
        },
      },
      { withAddresses: false },
    )
    for (const line of [
      'Connection: none',
      'Budget: none',
      'Journal: none',
      'Asked about: nothing',
    ])
      expect(fresh.split('\n')).toContain(line)
  })

  it('tells why there is no wallet', () => {
    const report = writeReport(
      { ...facts, wallet: 'newer', stored: null },
      { withAddresses: false },
    )
    expect(report).toContain('Wallet: cannot be opened, newer')
    expect(report).not.toContain('Setup')
  })

  it('tells of a book that is damaged', () => {
    const { connection } = snapshot
    const damaged = reportOf({
      connection: connection && { ...connection, reason: 'book-damaged' },
      siteCount: null,
    })
    expect(damaged).toContain('Journal: book-damaged')
    expect(damaged).toContain('History: unread sites')
  })
})
