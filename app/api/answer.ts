import type { HttpContext } from '@adonisjs/core/http'
import { UnknownFieldError } from '#app/api/errors'
import { isNamed, tagOf } from '#app/api/entity_tag'
import { fieldsOf } from '#app/api/contract'

type Body = { data?: unknown; meta?: { nextCursor?: string | null } }
type Fields = string[] | null

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && 'id' in data

/** The fields that the client asked for: `fields=id,name`. */
export function wantedFields({ request, route }: HttpContext): Fields {
  const asked: unknown = request.qs().fields
  if (asked === undefined) return null
  const known = fieldsOf(route!.name!)
  const wanted = String(asked).split(',')
  const unknown = wanted.filter((field) => !known.includes(field))
  if (unknown.length > 0) throw new UnknownFieldError(unknown.slice(0, 5), known)
  return wanted
}

/** Gives the answer of a controller its tag, the way to the next page, and only the fields that were asked for. */
export function finishAnswer({ request, response }: HttpContext, fields: Fields) {
  const body: Body | undefined = response.getBody()
  if (response.getStatus() >= 300 || typeof body !== 'object' || body === null) return
  const whole = JSON.stringify(body)
  if (body.meta?.nextCursor)
    response.header('Link', `<${nextPage(request, body.meta.nextCursor)}>; rel="next"`)
  if (isRecord(body.data)) response.header('ETag', tagOf(whole))
  response.header('Cache-Control', 'private, no-cache').type('json')
  if (request.method() === 'GET' && isNamed(request.header('if-none-match'), tagOf(whole))) {
    response.status(304).send(null)
  } else {
    response.send(fields ? JSON.stringify({ ...body, data: only(fields, body.data) }) : whole)
  }
}

function only(fields: string[], data: unknown): unknown {
  if (Array.isArray(data)) return data.map((one) => only(fields, one))
  return Object.fromEntries(fields.map((field) => [field, (data as Record<string, unknown>)[field]]))
}

function nextPage(request: HttpContext['request'], after: string) {
  return `${request.url()}?${new URLSearchParams({ ...request.qs(), after })}`
}
