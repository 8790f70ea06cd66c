const ADDRESS = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/

/** What every system takes for an address of mail; some refuse more. */
export const isMailAddress = (typed: string) => typed.length <= 254 && ADDRESS.test(typed)
