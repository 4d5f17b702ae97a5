/** As large as a BTP frame with a packet that pays, and one with its answer. */
export const PACKET_BYTES = 500
export const ANSWER_BYTES = 300
