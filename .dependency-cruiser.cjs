/** The arrows of ARCHITECTURE.md: imports point one way, and nothing goes round in a circle. */
const layer = (name, from, notTo) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: notTo },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    layer(
      'wallet-knows-no-shell',
      '^src/',
      '^(extension|bench|localnet|browsers|demo|release|setup|tests)/',
    ),
    layer(
      'ports-money-secret-and-reason-are-leaves',
      '^src/(ports|money|secret|reason)/',
      '^src/(?!ports/|money/|secret/|reason/)',
    ),
    layer('below-the-ledger', '^src/history/', '^src/(?!history/|ports/|money/)'),
    layer(
      'below-the-budget',
      '^src/(spsp|connector|ledger)/',
      '^src/(budget|meter|stream|session|pace|wallet)/',
    ),
    layer('below-the-session', '^src/(budget|meter|stream)/', '^src/(session|pace|wallet)/'),
    layer('below-the-wallet', '^src/(session|pace)/', '^src/wallet/'),
    layer(
      'shipped-code-has-no-tools',
      '^extension/',
      '^(bench|localnet|browsers|demo|release|setup|tests)/',
    ),
    {
      // Their own bundles are not looked through for licences, and every page pays for their bytes.
      name: 'page-scripts-have-no-packages',
      severity: 'error',
      from: { path: '^extension/(content|page)/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules', dependencyTypesNot: ['type-only'] },
    },
    layer(
      'localnet-stands-alone',
      '^localnet/',
      '^(src|extension|bench|browsers|demo|release|tests)/',
    ),
    layer(
      'browsers-stand-alone',
      '^browsers/',
      '^(src|extension|bench|localnet|demo|release|setup|tests)/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
  },
}
