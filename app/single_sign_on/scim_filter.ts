import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type Team from '#app/access/team'
import type User from '#app/identity/user'
import TeamMember from '#app/access/team_member'
import { ScimError } from '#app/single_sign_on/scim_error'

type Query<Model extends LucidModel> = ModelQueryBuilderContract<Model>
type Narrow<Model extends LucidModel> = (rows: Query<Model>, value: string) => void
type Narrows<Model extends LucidModel> = Map<string, Narrow<Model>>

const EQUALS = /^\s*([a-z][\w.:]*(?:\[[^\]]*\])?(?:\.\w+)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*$/i
const LONGEST = 500

const byId = (rows: { whereRaw(sql: string, bindings: string[]): unknown }, value: string) =>
  rows.whereRaw('id::text = ?', [value.toLowerCase()])

const byAddress: Narrow<typeof User> = (users, value) => users.where('email', value.toLowerCase())

// Before a directory has met somebody, the address is their name.
const OF_USERS: Narrows<typeof User> = new Map(
  Object.entries({
    username: (users, value) =>
      users.where((either) =>
        either
          .where('directoryName', value.toLowerCase())
          .orWhere((unnamed) => unnamed.whereNull('directoryName').where('email', value.toLowerCase()))
      ),
    externalid: (users, value) => users.where('externalId', value),
    id: byId,
    emails: byAddress,
    'emails.value': byAddress,
    active: (users, value) =>
      value === 'true' ? users.whereNull('deactivatedAt') : users.whereNotNull('deactivatedAt'),
  } satisfies Record<string, Narrow<typeof User>>)
)

const byMember: Narrow<typeof Team> = (teams, value) =>
  teams.whereIn(
    'id',
    TeamMember.query().whereRaw('user_id::text = ?', [value.toLowerCase()]).select('teamId')
  )

const OF_GROUPS: Narrows<typeof Team> = new Map(
  Object.entries({
    displayname: (teams, value) => teams.whereRaw('lower(name) = ?', [value.toLowerCase()]),
    externalid: (teams, value) => teams.where('externalId', value),
    id: byId,
    members: byMember,
    'members.value': byMember,
  } satisfies Record<string, Narrow<typeof Team>>)
)

/** The filters that directories use to find somebody or something again: attributes that equal something. */
export const narrowUsers = (users: Query<typeof User>, filter: unknown) => narrowBy(users, filter, OF_USERS)
export const narrowGroups = (teams: Query<typeof Team>, filter: unknown) => narrowBy(teams, filter, OF_GROUPS)

function narrowBy<Model extends LucidModel>(rows: Query<Model>, filter: unknown, narrows: Narrows<Model>) {
  if (filter === undefined || filter === null) return
  const isText = typeof filter === 'string' && filter.length <= LONGEST
  for (const clause of isText ? clausesOf(filter) : ['']) {
    const [, path, literal] = EQUALS.exec(clause) ?? []
    const narrow = path && narrows.get(attributeOf(path))
    if (!narrow)
      throw new ScimError(
        `Filters are ${[...narrows.keys()].join(', ')}, each with eq and a value, and several joined by and.`,
        'invalidFilter'
      )
    narrow(rows, valueOf(literal))
  }
}

// An `and` inside of quotes is a part of the value.
function clausesOf(filter: string) {
  const clauses = ['']
  for (const part of filter.split(/( and )/i)) {
    const last = clauses.length - 1
    if (part.toLowerCase() === ' and ' && !isQuoteOpenIn(clauses[last])) clauses.push('')
    else clauses[last] += part
  }
  return clauses
}

const isQuoteOpenIn = (text: string) => text.replace(/\\./g, '').split('"').length % 2 === 0

const attributeOf = (path: string) =>
  withoutBrackets(path)
    .toLowerCase()
    .replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, '')

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
