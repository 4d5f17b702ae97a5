/** What a person asked for and cannot have; the message says why, in words for that person. */
export class BadInput extends Error {}
