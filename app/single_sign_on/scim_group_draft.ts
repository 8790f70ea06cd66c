import { ScimError } from '#app/single_sign_on/scim_error'
import { objectIn, partsOfPath, textIn, wordsIn } from '#app/single_sign_on/scim_values'

const ONE_MEMBER = /^\[\s*value\s+eq\s+"([^"]+)"\s*\]$/i

type Fields = { displayName: string | null; externalId: string | null; members: Iterable<string> | null }

/** What a directory says of a group. Members that it does not mention stay. */
export default class ScimGroupDraft {
  displayName: string | null
  externalId: string | null
  members: Set<string> | null

  private constructor({ displayName, externalId, members }: Fields) {
    this.displayName = displayName
    this.externalId = externalId
    this.members = members && new Set(members)
  }

  static of(fields: Fields) {
    return new ScimGroupDraft(fields)
  }

  static from(body: unknown) {
    const draft = new ScimGroupDraft({ displayName: null, externalId: null, members: null })
    for (const [path, value] of Object.entries(objectIn(body))) draft.write(path, value)
    return draft
  }

  write(path: string, value: unknown, verb: 'add' | 'replace' = 'replace') {
    const { attribute } = partsOfPath(path)
    if (attribute === 'displayname') this.displayName = textIn(value, 'displayName')
    else if (attribute === 'externalid') this.externalId = textIn(value, 'externalId')
    else if (attribute === 'members')
      this.members = new Set([...(verb === 'add' ? (this.members ?? []) : []), ...membersIn(value)])
  }

  /** Entra ID says beside the path who goes; others say it in the path, or nothing, and then all go. */
  clear(path: string, value: unknown) {
    const { attribute, which } = partsOfPath(path)
    if (attribute === 'members') this.#letGo(which ? [memberIn(which)] : membersIn(value))
    else this.write(path, null)
  }

  #letGo(members: string[]) {
    if (members.length === 0) this.members = new Set()
    for (const id of members) this.members?.delete(id)
  }
}

function membersIn(value: unknown) {
  const list = [value ?? []].flat()
  const ids = wordsIn(list)
  if (ids.length < list.length) throw new ScimError('Members are named by the id of a user.', 'invalidValue')
  return ids.map((id) => id.trim().toLowerCase())
}

function memberIn(which: string) {
  const id = ONE_MEMBER.exec(which)?.[1]
  if (!id) throw new ScimError('Members are named as members[value eq "…"].', 'invalidFilter')
  return id.toLowerCase()
}
