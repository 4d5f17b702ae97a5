import { useRise } from './use-rise.ts'

/** A ring on the water for each packet that was paid while one looks. */
export const Pulse = ({ state, packets }: { readonly state: string; readonly packets: number }) => {
  const rise = useRise(packets)
  return (
    <span class="pulse" data-state={state} aria-hidden="true">
      {rise > 0 && <span key={rise} class="pulse-ring" />}
    </span>
  )
}
