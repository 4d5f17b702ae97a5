/** The same in every language (`.example`: RFC 2606, section 2). */
export const ADDRESS_EXAMPLE = 'wss://connector.example/btp'
/** That of a connector that speaks ILP over HTTP. */
export const HTTP_ADDRESS_EXAMPLE = 'https://connector.example/ilp'
