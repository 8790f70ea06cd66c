import type { HttpContext } from '@adonisjs/core/http'

const POLICY = 'Content-Security-Policy'
const FRAME = 'X-Frame-Options'

/** Lets this answer stand in frames of these origins: by default none may show it. */
export function letFrame({ response }: HttpContext, origins: string[]) {
  if (!origins.length) return
  const policy = String(response.response.getHeader(POLICY))
  response.response.setHeader(
    POLICY,
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`)
  )
  response.removeHeader(FRAME)
  response.response.removeHeader(FRAME)
}

/** Lets the form of this page lead on to an address elsewhere once it was sent: browsers hold redirects to it too. */
export function letSendOn({ response }: HttpContext, url: string | null) {
  if (!url) return
  const policy = String(response.response.getHeader(POLICY))
  const { origin } = new URL(url)
  response.response.setHeader(POLICY, policy.replace("form-action 'self'", `form-action 'self' ${origin}`))
}
