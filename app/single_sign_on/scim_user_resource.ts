import { appUrl } from '#config/app'
import { versionOf } from '#app/single_sign_on/scim_answer'
import ScimDraft from '#app/single_sign_on/scim_draft'
import type User from '#app/identity/user'

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User'

/** A member as RFC 7643 describes a user. */
export function scimUserOf(user: User) {
  const { userName, externalId, displayName, givenName, familyName, email, phone, isActive } =
    ScimDraft.of(user).fields
  return {
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
      version: versionOf(shownOf(user)),
      location: locationOf(user),
    },
  }
}

export const locationOf = ({ id }: { id: string }) => `${appUrl}/scim/v2/Users/${id}`

function shownOf({ directoryName, externalId, name, email, phone, role, isActive }: User) {
  return [directoryName, externalId, name, email, phone, role, isActive]
}
