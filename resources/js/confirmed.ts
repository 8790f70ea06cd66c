/** By which a window at the identity provider tells the page beside it that the person has confirmed. */
export const CONFIRMED = 'latchkey:confirmed'
