/**
 * A small harness in the manner of testharness.js: `test` and `promise_test` run at once or one after the other,
 * and what they found is in `window.results` and, as a table, at the end of the page. Every test names the text
 * that it checks: a heading of the draft, of Web IDL, HTML or DOM, of an RFC, or of the types of version 1.
 */
;(() => {
  const LONGEST = 45_000
  const rows = []
  let assertions = 0
  const results = { done: false, rows }
  Object.defineProperty(window, 'results', { value: results })

  const say = (value) => {
    try {
      return typeof value === 'function' ? value.name : (JSON.stringify(value) ?? String(value))
    } catch {
      return String(value)
    }
  }
  const check = (holds, message, note = '') => {
    assertions += 1
    if (!holds) throw new Error(note ? `${note}: ${message}` : message)
  }
  const finish = (text, name, before, error) =>
    rows.push({
      text,
      name,
      assertions: assertions - before,
      ok: error === undefined,
      message: error === undefined ? '' : String(error?.message ?? error),
    })

  window.test = (text, name, run) => {
    const before = assertions
    try {
      run()
      finish(text, name, before)
    } catch (error) {
      finish(text, name, before, error ?? 'thrown')
    }
  }

  let last = Promise.resolve()
  window.promise_test = (text, name, run) => {
    last = last.then(async () => {
      const before = assertions
      const limit = new Promise((_, reject) =>
        setTimeout(() => reject(new Error('Nothing more came')), LONGEST),
      )
      await Promise.race([run(), limit]).then(
        () => finish(text, name, before),
        (error) => finish(text, name, before, error ?? 'rejected'),
      )
    })
  }

  Object.assign(window, {
    assert_true: (value, note) => check(value === true, `${say(value)} is not true`, note),
    assert_false: (value, note) => check(value === false, `${say(value)} is not false`, note),
    assert_equals: (value, wanted, note) =>
      check(Object.is(value, wanted), `${say(value)} is not ${say(wanted)}`, note),
    assert_not_equals: (value, other, note) =>
      check(!Object.is(value, other), `${say(value)} is what it must not be`, note),
    assert_same_list: (value, wanted, note) =>
      check(
        value.length === wanted.length && value.every((one, at) => Object.is(one, wanted[at])),
        `${say(value)} is not ${say(wanted)}`,
        note,
      ),
    assert_matches: (value, pattern, note) =>
      check(
        typeof value === 'string' && pattern.test(value),
        `${say(value)} does not match ${pattern}`,
        note,
      ),
    assert_throws: (kind, run, note) => {
      let thrown
      try {
        run()
      } catch (error) {
        thrown = error
      }
      check(thrown instanceof kind, `${say(thrown)} was thrown, not a ${kind.name}`, note)
    },
    /** The property's own attributes: `w`ritable, `e`numerable, `c`onfigurable, or `-`. */
    assert_attributes: (object, key, wanted, note) => {
      const found = Object.getOwnPropertyDescriptor(object, key)
      const letters = found
        ? `${found.writable ? 'w' : '-'}${found.enumerable ? 'e' : '-'}${found.configurable ? 'c' : '-'}`
        : 'absent'
      check(letters === wanted, `${String(key)} is ${letters}, not ${wanted}`, note)
    },
    /** The next event of this type that passes. */
    next_event: (target, type, passes = () => true) =>
      new Promise((resolve) => {
        const listener = (event) => {
          if (!passes(event)) return
          target.removeEventListener(type, listener)
          resolve(event)
        }
        target.addEventListener(type, listener)
      }),
    monetization_link: (attributes) => {
      const link = document.createElement('link')
      link.rel = 'monetization'
      for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value)
      return link
    },
  })

  const show = () => {
    const table = document.createElement('table')
    for (const { ok, name, text, message } of rows) {
      const row = table.insertRow()
      for (const cell of [ok ? 'pass' : 'FAIL', name, text, message])
        row.insertCell().textContent = cell
    }
    document.body.append(table)
  }
  window.addEventListener('load', () => {
    void last.then(() => {
      results.done = true
      show()
    })
  })
})()
