import { createHash } from 'node:crypto'
import { appUrl } from '#config/app'
import ScimDraft from '#app/single_sign_on/scim_draft'
import type User from '#app/identity/user'

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ALWAYS = ['schemas', 'id']

/** A member as RFC 7643 describes a user. */
export function scimUserOf(user: User, attributes?: string) {
  const { userName, externalId, displayName, givenName, familyName, email, phone, isActive } =
    ScimDraft.of(user).fields
  const resource = {
    schemas: [USER_SCHEMA],
    id: user.id,
    ...(externalId && { externalId }),
    userName,
    displayName,
    name: { formatted: displayName, givenName, ...(familyName && { familyName }) },
    emails: [{ value: email, type: 'work', primary: true }],
    ...(phone && { phoneNumbers: [{ value: phone, type: 'work' }] }),
    active: isActive,
    roles: [{ value: user.role, primary: true }],
    meta: {
      resourceType: 'User',
      created: user.createdAt.toISO(),
      lastModified: user.updatedAt.toISO(),
      version: versionOf(user),
      location: locationOf(user),
    },
  }
  return attributes ? only(resource, attributes) : resource
}

export const locationOf = ({ id }: { id: string }) => `${appUrl}/scim/v2/Users/${id}`

/** Changes with whatever the resource shows, and with nothing else. */
export function versionOf(user: User) {
  const { directoryName, externalId, name, email, phone, role, isActive } = user
  const shown = JSON.stringify([directoryName, externalId, name, email, phone, role, isActive])
  return `W/"${createHash('sha256').update(shown).digest('base64url').slice(0, 22)}"`
}

function only(resource: object, attributes: string) {
  const wanted = [...ALWAYS, ...attributes.split(',').map((one) => one.trim().split('.')[0].toLowerCase())]
  return Object.fromEntries(Object.entries(resource).filter(([name]) => wanted.includes(name.toLowerCase())))
}
