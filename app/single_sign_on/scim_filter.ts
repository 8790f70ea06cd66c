import type User from '#app/identity/user'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { ScimError } from '#app/single_sign_on/scim_error'

type Users = ModelQueryBuilderContract<typeof User>
type Narrow = (users: Users, value: string) => void

const EQUALS = /^\s*([a-z][\w.:]*(?:\[[^\]]*\])?(?:\.\w+)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*$/i
const LONGEST = 500

const byAddress: Narrow = (users, value) => users.where('email', value.toLowerCase())

// Before a directory has met somebody, the address is their name.
const NARROWS = new Map<string, Narrow>(
  Object.entries({
    username: (users, value) =>
      users.where((either) =>
        either
          .where('directoryName', value.toLowerCase())
          .orWhere((unnamed) => unnamed.whereNull('directoryName').where('email', value.toLowerCase()))
      ),
    externalid: (users, value) => users.where('externalId', value),
    id: (users, value) => users.whereRaw('id::text = ?', [value.toLowerCase()]),
    emails: byAddress,
    'emails.value': byAddress,
    active: (users, value) =>
      value === 'true' ? users.whereNull('deactivatedAt') : users.whereNotNull('deactivatedAt'),
  } satisfies Record<string, Narrow>)
)

/** The filters that directories use to find somebody again: one attribute that equals something. */
export function narrowBy(users: Users, filter: unknown) {
  if (filter === undefined || filter === null) return
  const [, path, literal] =
    (typeof filter === 'string' && filter.length <= LONGEST && EQUALS.exec(filter)) || []
  const narrow = path && NARROWS.get(attributeOf(path))
  if (!narrow)
    throw new ScimError(
      'Filters are userName, externalId, id, active or emails.value, each with eq and a value.',
      'invalidFilter'
    )
  narrow(users, valueOf(literal))
}

const attributeOf = (path: string) =>
  withoutBrackets(path)
    .toLowerCase()
    .replace(/^urn:ietf:params:scim:schemas:core:2\.0:user:/, '')

function withoutBrackets(path: string) {
  const [from, to] = [path.indexOf('['), path.lastIndexOf(']')]
  return from >= 0 && to > from ? path.slice(0, from) + path.slice(to + 1) : path
}

function valueOf(literal: string) {
  try {
    return String(JSON.parse(literal.startsWith('"') ? literal : literal.toLowerCase()))
  } catch {
    throw new ScimError('The value of the filter cannot be read.', 'invalidFilter')
  }
}
