interface BalanceAnswer {
  readonly accounts: Record<string, { readonly balance: string } | undefined>
}

/**
 * What the clients of a connector account entry owe, in the entry's units: positive = paid out.
 *
 * Reads `accounts[entry].balance` of `GET <adminUrl>/balance`. The connector keeps it from its own point of view: an
 * incoming Prepare adds its amount when it arrives, a Reject takes it back, so packets still under way are included;
 * an outgoing Fulfill subtracts, so receivers' entries go below zero. It is one figure per entry, not per client, and
 * lives in the connector's memory: after a restart it starts again at 0.
 */
export const readDebit = async (adminUrl: string, entry: string): Promise<bigint> => {
  const response = await fetch(new URL('/balance', adminUrl))
  if (!response.ok) throw new Error(`The admin API answered ${response.status}`)
  const account = ((await response.json()) as BalanceAnswer).accounts[entry]
  if (account === undefined) throw new Error(`The connector has no account entry "${entry}"`)
  return BigInt(account.balance)
}
