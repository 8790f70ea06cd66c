const LONGEST = 86_400

/** For how many seconds a server wants to be left alone: it says so in seconds or as a date. A day is the most. */
export function retryAfterIn(headers: Headers) {
  const said = headers.get('retry-after') ?? ''
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST) : undefined
}
