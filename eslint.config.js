import js from '@eslint/js'
import tseslint from 'typescript-eslint'

/** What the wallet in src/ must take from its ports instead: it runs in any JavaScript host. */
const HOST_GLOBALS = [
  'window',
  'document',
  'self',
  'chrome',
  'browser',
  'fetch',
  'WebSocket',
  'indexedDB',
  'localStorage',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'process',
  'performance',
  'console',
]

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'packages/**',
      'node_modules/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.extension.json', './tsconfig.node.json'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...HOST_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Ask the clock port.' },
        { object: 'Math', property: 'random', message: 'Ask the random port.' },
        { object: 'crypto', property: 'randomUUID', message: 'Ask the random port.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Ask the clock port.',
        },
        { selector: 'CallExpression[callee.name="Date"]', message: 'Ask the clock port.' },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        crypto: 'readonly',
        queueMicrotask: 'readonly',
      },
    },
  },
  {
    files: [
      'tests/conformance/*.js',
      'tests/browser/react/*.js',
      'tests/browser/kit/other-wallet/*.js',
    ],
    languageOptions: { globals: { window: 'readonly', document: 'readonly' } },
  },
)
