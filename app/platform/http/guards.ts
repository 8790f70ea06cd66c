const POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What every answer says, whoever gives it: a page, the API, a file, an error or nobody at all. */
export const GUARDS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Content-Security-Policy': POLICY,
}

/** For files that somebody sent: opened by themselves they load nothing, run nothing and stand in no frame. */
export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** A service worker runs by the policy that its own file came with: it loads its parts and asks its own server. */
export const WORKER_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
