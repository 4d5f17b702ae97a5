/** Hosts as a page may spell them, and whether the wallet asks them; words between spaces. */
export interface HostRow {
  readonly what: string
  readonly refused?: string
  readonly asked?: string
}

export const HOSTS: readonly HostRow[] = [
  // IPv4: the first and the last address of every range that is set aside, and its neighbours.
  { what: 'this network', refused: '0.0.0.0 0.0.0.1 0.255.255.255', asked: '1.0.0.0' },
  {
    what: 'private, 8 bits',
    refused: '10.0.0.0 10.0.0.1 10.255.255.255',
    asked: '9.255.255.255 11.0.0.0',
  },
  {
    what: 'private, 12 bits',
    refused: '172.16.0.0 172.24.9.9 172.31.255.255',
    asked: '172.15.255.255 172.32.0.0',
  },
  {
    what: 'private, 16 bits',
    refused: '192.168.0.0 192.168.1.1 192.168.255.255',
    asked: '192.167.255.255 192.169.0.0',
  },
  { what: 'carriers', refused: '100.64.0.0 100.127.255.255', asked: '100.63.255.255 100.128.0.0' },
  {
    what: 'loopback',
    refused: '127.0.0.0 127.0.0.1 127.1.2.3 127.255.255.255',
    asked: '126.255.255.255 128.0.0.0',
  },
  {
    what: 'link-local, cloud metadata',
    refused: '169.254.0.0 169.254.169.254 169.254.255.255',
    asked: '169.253.255.255 169.255.0.0',
  },
  {
    what: 'protocol assignments',
    refused: '192.0.0.0 192.0.0.8 192.0.0.170 192.0.0.255',
    asked: '191.255.255.255 192.0.1.0',
  },
  { what: 'documentation 1', refused: '192.0.2.0 192.0.2.255', asked: '192.0.1.255 192.0.3.0' },
  {
    what: 'documentation 2',
    refused: '198.51.100.0 198.51.100.255',
    asked: '198.51.99.255 198.51.101.0',
  },
  {
    what: 'documentation 3',
    refused: '203.0.113.0 203.0.113.255',
    asked: '203.0.112.255 203.0.114.0',
  },
  {
    what: 'relays of 6to4',
    refused: '192.88.99.0 192.88.99.1 192.88.99.255',
    asked: '192.88.98.255 192.88.100.0',
  },
  { what: 'benchmarks', refused: '198.18.0.0 198.19.255.255', asked: '198.17.255.255 198.20.0.0' },
  {
    what: 'multicast, reserved, broadcast',
    refused: '224.0.0.0 224.0.0.251 239.255.255.255 240.0.0.0 255.255.255.254 255.255.255.255',
    asked: '223.255.255.255',
  },
  { what: 'a public number', asked: '8.8.8.8 1.1.1.1' },

  // The same addresses as no person writes them.
  { what: 'decimal', refused: '2130706433 167772161 2852039166 3232235777 0 4294967295' },
  {
    what: 'hexadecimal',
    refused: '0x7f000001 0x7F.0.0.1 0x0a.0.0.1 0xa9fea9fe 0xc0.0xa8.1.1 0x 0x0',
  },
  { what: 'octal', refused: '0177.0.0.1 017700000001 012.0.0.1 0300.0250.01.01' },
  { what: 'short', refused: '127.1 127.0.1 10.1 192.168.257 169.254.43518' },
  { what: 'mixed', refused: '0x7f.1 0177.1 127.0x0.0.1 0xa9.0376.169.254' },
  { what: 'with a dot at the end', refused: '127.0.0.1. 10.0.0.1. 127.1. 2130706433.' },
  { what: 'percent-encoded', refused: '127%2e0%2e0%2e1 %31%32%37.0.0.1 10%2E0%2E0%2E1' },
  { what: 'digits of full width', refused: '１２７.0.0.1 １０.0.0.1 127。0。0。1 127．0．0．1' },
  {
    what: 'no number at all',
    refused: '256.1.1.1 1.2.3.4.5 4294967296 08.8.8.8 127.0.0.0x 1.2.3.4.x.5',
  },
  { what: 'public, but spelt oddly', asked: '134744072 0x08080808 8.8.2056 010.8.8.8' },

  // IPv6: none is asked.
  { what: 'IPv6 loopback and unspecified', refused: '[::1] [::] [0:0:0:0:0:0:0:1] [::0001]' },
  { what: 'IPv6 unique local', refused: '[fc00::1] [fd00::1] [fdff:ffff::1]' },
  { what: 'IPv6 link-local and site-local', refused: '[fe80::1] [febf::1] [fec0::1]' },
  { what: 'IPv6 link-local with a zone', refused: '[fe80::1%25eth0] [fe80::1%eth0]' },
  {
    what: 'IPv4 inside IPv6',
    refused: '[::ffff:127.0.0.1] [::ffff:10.0.0.1] [::ffff:7f00:1] [::127.0.0.1]',
  },
  {
    what: 'translated, RFC 6052 and 8215',
    refused: '[64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b:1::a00:1]',
  },
  {
    what: '6to4 around a private address',
    refused: '[2002:7f00:1::] [2002:a00:1::1] [2002:c0a8:101::1]',
  },
  {
    what: 'Teredo around a private address',
    refused: '[2001::f5ff:fffe] [2001:0:4136:e378:8000:63bf:80ff:fffe]',
  },
  { what: 'IPv6 documentation', refused: '[2001:db8::1] [3fff::1]' },
  { what: 'IPv6 multicast', refused: '[ff02::1] [ff0e::1]' },
  { what: 'IPv6 discard and benchmarks', refused: '[100::1] [2001:2::1]' },
  { what: 'IPv6, public', refused: '[2606:4700:4700::1111] [::ffff:8.8.8.8]' },

  // Names.
  {
    what: 'this computer',
    refused: 'localhost LOCALHOST localhost. foo.localhost a.b.localhost. localhost.localdomain',
  },
  {
    what: 'this computer, disguised',
    refused: 'local%68ost ｌｏｃａｌｈｏｓｔ ⓛocalhost local\u00adhost local\u200bhost localhost。',
  },
  { what: 'a single label', refused: 'router intranet com wallet. x' },
  { what: 'names of local networks', refused: 'router.local nas.LOCAL printer.local. a.b.local' },
  {
    what: 'names of home networks',
    refused: 'nas.home.arpa home.arpa router.home box.lan fritz.lan.',
  },
  {
    what: 'names of companies’ networks',
    refused: 'db.internal wiki.intranet mail.corp git.private x.internal.',
  },
  { what: 'infrastructure', refused: 'ipv4only.arpa 1.0.0.127.in-addr.arpa resolver.arpa' },
  { what: 'names outside DNS', refused: 'wallet.test wallet.invalid wallet.onion wallet.alt' },
  {
    what: 'private names, disguised',
    refused: 'router.ｌocal router.loc%61l router。local db.ⓘnternal',
  },
  {
    what: 'names that only look private',
    asked:
      'local.example internal.example localhost.example lan.wallet.example mylocal.example notlocalhost.example test.wallet.example 10.0.0.1.example onion.example',
  },
  {
    what: 'empty labels',
    refused: 'wallet..example .wallet.example . .. wallet.example.. ..example',
  },
  {
    what: 'characters that no host has',
    refused:
      'wal<let.example wal!let.example $wallet.example wallet.example| wal^let.example wallet.example%00 wallet.example%2f wallet.example%40evil.example %',
  },
  { what: 'punycode that is none', refused: 'xn--.example xn--a.example xn--\u00e4.example' },
  { what: 'text that runs backwards', refused: '\u202ewallet.example' },
  {
    what: 'ordinary names',
    asked:
      'wallet.example WALLET.Example a.b.c.d.wallet.example a_b.example w-1.example 1e3.example 0.example wallet.example.',
  },
  // A letter of another alphabet makes another host, which is asked and shown by its punycode name.
  {
    what: 'international names',
    asked:
      'wällét.example w\u0430llet.example xn--wllet-4ve.example \u0440\u0430\u0443\u0440\u0430l.example faß.example 💸.example 例え.example',
  },
]
