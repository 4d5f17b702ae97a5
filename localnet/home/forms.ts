import { html, type Markup } from './html.ts'
import { HIGHEST_WEIGHT, type Home } from './home.ts'

/** What was typed into a form that was refused. */
export type Typed = ReadonlyMap<string, string>

export const WEIGHT = 'weight of '

const NAME_HINT = 'Small letters, digits and hyphens.'
const WEIGHTS_HINT =
  'Give two or more pointers a weight: with 3 and 1, three of four payers pay the first one.'

/** How it is called. `hint`: what its reader has to know first. */
const nameField = (id: string, value: string | undefined, hint: string): Markup =>
  html`<label for="${id}-name">Name</label>
    <input
      id="${id}-name"
      name="name"
      required
      maxlength="32"
      autocomplete="off"
      aria-describedby="${id}-hint"
      value="${value}"
    />
    <p class="hint" id="${id}-hint">${hint}</p>`

export const registerForm = (home: Home, typed: Typed): Markup => {
  const chosen = typed.get('asset')
  const options = [...home.assets.keys()].sort().map((name) => {
    return name === chosen
      ? html`<option selected>${name}</option>`
      : html`<option>${name}</option>`
  })
  return html`<form method="post" action="/pointers">
    ${nameField('pointer', typed.get('name'), NAME_HINT)}
    <label for="asset">Asset and scale</label>
    <select id="asset" name="asset">
      ${options}
    </select>
    <button>Register</button>
  </form>`
}

export const splitForm = (home: Home, typed: Typed): Markup => {
  const accounts = home.accounts()
  // Who comes here registered some just now.
  const rows = [...accounts].reverse().map(({ address, asset }, at) => {
    const field = `${WEIGHT}${address}`
    return html`<tr>
      <th scope="row"><label for="weight-${at}">${address}</label></th>
      <td>${asset.code}</td>
      <td>
        <input
          id="weight-${at}"
          name="${field}"
          type="number"
          min="0"
          max="${HIGHEST_WEIGHT}"
          step="1"
          inputmode="numeric"
          value="${typed.get(field)}"
        />
      </td>
    </tr>`
  })
  return html`<form method="post" action="/splits">
    ${nameField('split', typed.get('split-name'), `${NAME_HINT} ${WEIGHTS_HINT}`)}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Payment pointer</th>
            <th scope="col">Asset</th>
            <th scope="col">Weight</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <button>Make the split</button>
  </form>`
}

export const receiptForm = (typed: Typed): Markup =>
  html`<form method="post" action="/receipts">
    <label for="receipt">Receipt, in base64</label>
    <textarea id="receipt" name="receipt" rows="3" required spellcheck="false" autocomplete="off">
${typed.get('receipt')}</textarea>
    <button>Check the receipt</button>
  </form>`
