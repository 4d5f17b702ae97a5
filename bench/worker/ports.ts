/** Our worker hangs up where it knows no such port: it has read all its scripts by then, and nothing else. */
export const REFUSED_PORT = 'bench'

/** Our worker answers with the whole state of the wallet, as the popup asks for it. */
export const ANSWERED_PORT = 'popup'
