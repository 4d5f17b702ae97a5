/** The same in every language (`.example`: RFC 2606, section 2). */
export const ADDRESS_EXAMPLE = 'wss://connector.example/btp'
