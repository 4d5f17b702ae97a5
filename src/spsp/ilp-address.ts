import { isValidIlpAddress } from 'ilp-packet'

const firstSegment = (address: string): string => address.split('.', 1)[0] ?? ''

/** Schemes that mean something only inside one network (RFC 15, "Allocation Schemes"). */
const LOCAL_SCHEMES = ['private', 'local', 'test', 'test1', 'test2', 'test3', 'example']

/**
 * May packets be sent to this ILP address? `peer.` and `self.` speak to the connector itself, our own
 * address would pay ourselves, and local schemes only mean anything where the connector uses them too.
 */
export const mayPay = (destination: string, own: string): boolean => {
  if (!isValidIlpAddress(destination)) return false
  const scheme = firstSegment(destination)
  if (scheme === 'peer' || scheme === 'self') return false
  if (destination === own || destination.startsWith(`${own}.`)) return false
  return !LOCAL_SCHEMES.includes(scheme) || scheme === firstSegment(own)
}
