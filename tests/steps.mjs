/** The steps of `npm test` in their order, and those that are run only where they are asked for by name. */
export const stepsOf = ({ npm, browsers, vitest, playwright }) => ({
  steps: [
    ['types', npm('types')],
    ['lint', npm('lint')],
    ['shape', npm('shape')],
    ['unused', npm('unused')],
    ['build', npm('build')],
    ['addon-lint', npm('lint:firefox')],
    // Before all tests that start one: installing takes longer than a test may.
    ['browsers', browsers],
    ['unit', vitest()],
    ['end-to-end', playwright('')],
  ],
  longer: [['kills', playwright('killed- ', { TRIBUTARY_KILLS: 'full' })]],
})
