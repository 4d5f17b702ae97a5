import type { LocatedControl } from './locate-control.ts'

/**
 * Runs inside pages, in one go with finding a control, which may move before the pointer gets there: of the next press
 * the page hears only if it lands on that control. `pressMissed()` tells afterwards, and is to be called.
 */
export function guardPress(spot: LocatedControl | null): LocatedControl | null {
  if (!spot) return null
  const shapes = 'button, [role=button], [role=switch], [role=checkbox], label, input'
  const shapeOf = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest(shapes) ?? target) : null
  const meant = shapeOf(document.elementFromPoint(spot.x, spot.y))
  let missed = false
  const guard = (event: Event): void => {
    // A label passes its click on to its control.
    if (event.isTrusted && event.target !== (meant as HTMLLabelElement | null)?.control)
      missed ||= shapeOf(event.target) !== meant
    if (!missed) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']
  for (const type of types) window.addEventListener(type, guard, true)
  const pressMissed = (): boolean => {
    for (const type of types) window.removeEventListener(type, guard, true)
    return missed
  }
  Object.assign(globalThis, { pressMissed })
  return spot
}
