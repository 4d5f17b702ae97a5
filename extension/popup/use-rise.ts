import { useRef } from 'preact/hooks'

/** By how much a counter rose since it was first seen; starts anew when the counter does. */
export const useRise = (count: number): number => {
  const first = useRef(count)
  if (count < first.current) first.current = count
  return count - first.current
}
