/** The sorts of controls people can tell apart. */
export type ControlKind = 'field' | 'button' | 'checkbox' | 'switch'

/** Where a control is on the screen and in which state. */
export interface LocatedControl {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

/**
 * Runs inside pages: finds a shown and enabled control by its accessible name and scrolls to it.
 * Null while there is none, or while something lies over it.
 */
export function locateControl(kind: ControlKind, name: string): LocatedControl | null {
  const selectors = {
    field: 'input:not([type=checkbox]):not([type=radio]), textarea, select',
    button: 'button, [role=button], input[type=submit], input[type=button]',
    checkbox: 'input[type=checkbox]:not([role=switch]), [role=checkbox]',
    switch: '[role=switch]',
  }
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const namesOf = (element: Element): string[] => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
    const labels = [...((element as HTMLInputElement).labels ?? [])]
    return [
      element.getAttribute('aria-label'),
      by.map((id) => document.getElementById(id)?.textContent).join(' '),
      ...labels.map((label) => label.textContent),
      element.matches('button, [role=button], [role=switch]') ? element.textContent : '',
      element.matches('input[type=submit], input[type=button]')
        ? (element as HTMLInputElement).value
        : '',
    ].map(tidy)
  }
  const usable = [...document.querySelectorAll<HTMLElement>(selectors[kind])].filter(
    (element) => !element.matches(':disabled, [aria-disabled=true]'),
  )
  // Labels often go on with a unit or a hint: the exact name wins, the beginning will do.
  const found =
    usable.find((element) => namesOf(element).includes(name)) ??
    usable.find((element) => namesOf(element).some((text) => text.startsWith(name)))
  if (!found) return null
  // Switches are often drawn by their label while the input itself is invisible.
  const shapes = [found, ...((found as HTMLInputElement).labels ?? [])]
  for (const shape of shapes) {
    shape.scrollIntoView({ block: 'center', behavior: 'instant' })
    const box = shape.getBoundingClientRect()
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const top = box.width > 0 && box.height > 0 ? document.elementFromPoint(x, y) : null
    if (!top || !shapes.some((one) => one.contains(top))) continue
    const on = (found as HTMLInputElement).checked || found.getAttribute('aria-checked') === 'true'
    return { x, y, on }
  }
  return null
}
