import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { ScimError } from '#app/single_sign_on/scim_error'

type Resource = { meta: { version: string; location: string } }

const ALWAYS = ['schemas', 'id']

/** Changes with what the resource shows, and with nothing else. */
export function versionOf(shown: unknown) {
  const digest = createHash('sha256').update(JSON.stringify(shown)).digest('base64url')
  return `W/"${digest.slice(0, 22)}"`
}

/** A change of something that has changed meanwhile is refused, when the directory says what it knew. */
export function requireMatch({ request }: HttpContext, { meta }: Resource) {
  const expected = request.header('if-match')
  if (expected && expected !== '*' && expected !== meta.version)
    throw new ScimError('This was changed meanwhile. Read it again.', undefined, 412)
}

export function answerWith(ctx: HttpContext, resource: Resource) {
  const { request, response } = ctx
  response.header('ETag', resource.meta.version)
  const isKnown = request.method() === 'GET' && request.header('if-none-match') === resource.meta.version
  if (isKnown) return response.status(304).send('')
  return response.send(JSON.stringify(asked(resource, request.qs())))
}

/** What the directory wants to see of it. */
export function asked(resource: object, { attributes, excludedAttributes }: Record<string, unknown>) {
  const [wanted, unwanted] = [namesIn(attributes), namesIn(excludedAttributes)]
  const isShown = (name: string) =>
    ALWAYS.includes(name) || (wanted.length > 0 ? wanted.includes(name) : !unwanted.includes(name))
  return Object.fromEntries(Object.entries(resource).filter(([name]) => isShown(name.toLowerCase())))
}

const namesIn = (list: unknown) =>
  typeof list === 'string' && list !== ''
    ? list.split(',').map((one) => one.trim().split('.')[0].toLowerCase())
    : []
