/** Runs inside pages: replaces what the field under a point holds, so that every framework hears of it. */
export function typeIntoField(x: number, y: number, value: string): void {
  const top = document.elementFromPoint(x, y)
  const label = top?.closest('label')
  const field = (top?.matches('input, textarea, select') ? top : label?.control) as
    HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  field.focus()
  // Frameworks shadow `value` on the element; the prototype's setter is what typing does.
  const prototype = Object.getPrototypeOf(field) as object
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: value }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
