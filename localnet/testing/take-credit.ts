interface BalanceAnswer {
  readonly accounts: Record<string, { readonly balance: string; readonly maximum: string }>
}

/** A packet may come between reading the credit and taking it; not one each time. */
const TRIES = 10

/**
 * What an operator may do to the clients of a connector account entry: from now on the connector refuses their packets
 * (T04). The function that it gives back gives the credit back.
 */
export const takeCredit = async (admin: string, entry: string): Promise<() => Promise<void>> => {
  const url = new URL('/balance', admin)
  const change = (units: bigint): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      body: JSON.stringify({ accountId: entry, amountDiff: units.toString() }),
    })
  for (let tries = 0; tries < TRIES; tries++) {
    const { accounts } = (await (await fetch(url)).json()) as BalanceAnswer
    const { balance = '0', maximum = '0' } = accounts[entry] ?? {}
    const credit = BigInt(maximum) - BigInt(balance)
    if ((await change(credit)).ok) return async () => void (await change(-credit))
  }
  throw new Error(`the credit of ${entry} could not be taken`)
}
