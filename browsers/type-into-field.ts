import type { LocatedControl } from './locate-control.ts'

/**
 * Runs inside pages, in one go with finding a field, as fields move: replaces what it holds, so that every framework
 * hears of it. False where none was found.
 */
export function typeIntoField(spot: LocatedControl | null, value: string): boolean {
  if (!spot) return false
  const top = document.elementFromPoint(spot.x, spot.y)
  const label = top?.closest('label')
  const field = (top?.matches('input, textarea, select') ? top : label?.control) as
    HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  field.focus()
  // Frameworks shadow `value` on the element; the prototype's setter is what typing does.
  const prototype = Object.getPrototypeOf(field) as object
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: value }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}
