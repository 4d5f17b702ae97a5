import type { CommandFailure } from '../messages/popup-port.ts'
import type { ConnectTopic, HelpTopic } from './help-topic.ts'

const TOPICS: Readonly<Record<ConnectTopic, true>> = {
  'address-malformed': true,
  'address-insecure': true,
  'token-missing': true,
  'token-refused': true,
  unreachable: true,
  'origin-refused': true,
  'not-a-connector': true,
  'answered-otherwise': true,
  'no-asset': true,
  'too-many-connections': true,
}

const isConnectTopic = (code: string): code is ConnectTopic => Object.hasOwn(TOPICS, code)

/**
 * Where the help says more of what went wrong with a command; null where the sentence itself is all. It says more where a
 * connector was tried, or a page cannot be paid.
 */
export const failureTopic = (
  failure: CommandFailure | { readonly code: 'interrupted' },
): HelpTopic | null => {
  if (failure.code === 'not-payable') return failure.reason
  return isConnectTopic(failure.code) ? failure.code : null
}
