import { useRef } from 'preact/hooks'

/** Rises whenever fewer sites have a name than before: their history was deleted, here or in another page. */
export const useForgotten = (named: number): number => {
  const seen = useRef({ named, times: 0 })
  if (named < seen.current.named) seen.current.times += 1
  seen.current.named = named
  return seen.current.times
}
