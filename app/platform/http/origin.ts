import { HttpContext } from '@adonisjs/core/http'

const LONGEST = 300

/** From where the request under way came; nothing where there is none, as in a worker. */
export function originOfRequest() {
  const request = HttpContext.get()?.request
  return {
    ip: request?.ip() ?? null,
    userAgent: request?.header('user-agent')?.slice(0, LONGEST) ?? null,
  }
}

const NOWHERE = { ip: null, userAgent: null }

/** Addresses are personal data: only what the audit log shows keeps them. */
export const originKept = (isAudited: boolean) => (isAudited ? originOfRequest() : NOWHERE)
