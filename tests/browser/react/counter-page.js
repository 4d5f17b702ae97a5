import { createElement as element } from 'react'
import { render } from 'react-dom'
import {
  IfWebMonetized,
  useMonetizationCounter,
  useMonetizationState,
} from 'react-web-monetization'

/** The package's own examples: the state, and a running total. */
const Payments = () => {
  const { state, requestId, paymentPointer } = useMonetizationState()
  const { totalAmount, assetCode, assetScale } = useMonetizationCounter()
  return element(
    'dl',
    null,
    element('dd', { id: 'state' }, state),
    element('dd', { id: 'request' }, requestId),
    element('dd', { id: 'pointer' }, paymentPointer),
    element('dd', { id: 'total' }, totalAmount),
    element('dd', { id: 'asset' }, `${assetCode} ${assetScale}`),
    element(IfWebMonetized, null, element('dd', { id: 'thanks' }, 'Thanks')),
  )
}

render(element(Payments), document.querySelector('main'))
