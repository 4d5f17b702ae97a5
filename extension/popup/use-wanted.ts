import { useEffect, useState } from 'preact/hooks'

/** A switch shows what was asked for at once, until the wallet agrees or says no. */
export const useWanted = (actual: boolean, ask: (on: boolean) => Promise<unknown>) => {
  const [wanted, setWanted] = useState<boolean | null>(null)
  useEffect(() => {
    if (wanted === actual) setWanted(null)
  }, [actual, wanted])
  const want = (on: boolean) => {
    setWanted(on)
    void ask(on).then((failure) => failure !== null && setWanted(null))
  }
  return { shown: wanted ?? actual, want }
}
