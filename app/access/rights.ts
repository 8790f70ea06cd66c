import { isFieldLevelWithin, isLevelWithin, lower, type FieldLevel, type Level } from '#app/access/levels'
import Reach from '#app/access/reach'
import { KEPT_BY_ADMINS, STANDARD_GRANTS, type Grants, type StandardRole } from '#app/access/standard_roles'
import {
  actionsOf,
  definitionOf,
  fieldsOf,
  hasLevels,
  SUBJECT_NAMES,
  type Action,
  type Subject,
} from '#app/access/subjects'

export type FieldGrants = { [S in Subject]?: Record<string, FieldLevel> }

/** A custom role as far as rights go. */
export type RoleGrants = { grants: Grants; fields: FieldGrants }

/** Whom somebody's teams, and the teams below them, are made of. */
export type Circle = { people: string[]; teams: string[] }

export type Explanation = {
  level: Level
  source: 'standard' | 'custom' | 'kept'
  /** What the role grants, where seeing less or an outer subject limits it. */
  limitedFrom: Level | null
}

type Scope = `${Subject}:${'read' | 'write'}`
type Parts = { userId: string; role: StandardRole; custom?: RoleGrants | null; circle?: Circle | null }

const SOURCES = [
  ['standard', 'custom'],
  ['kept', 'kept'],
] as const

/** What one person may do: the standard role, changed by a custom one, narrowed by the scopes of a token. */
export default class Rights {
  private scopes: readonly string[] | null = null

  constructor(private parts: Parts) {}

  /** The rights that a role gives, whoever has it. */
  static ofRole(role: StandardRole, custom: RoleGrants | null = null) {
    return new Rights({ userId: '', role, custom })
  }

  level(action: Action, subject: Subject): Level {
    return this.inScope(action, subject) ? this.effective(action, subject) : 'none'
  }

  may(action: Action, subject: Subject) {
    return this.level(action, subject) !== 'none'
  }

  /** The level, where it comes from, and what keeps it from being more. */
  explain(action: Action, subject: Subject): Explanation {
    const level = this.level(action, subject)
    const granted = this.granted(action, subject)
    const isCustom = !this.isKept(subject) && this.parts.custom?.grants[subject] !== undefined
    return {
      level,
      source: SOURCES[Number(this.isKept(subject))][Number(isCustom)],
      limitedFrom: level === granted ? null : granted,
    }
  }

  reach(action: Action, subject: Subject): Reach {
    const level = this.level(action, subject)
    if (level === 'all') return Reach.everything
    if (level === 'none') return Reach.nothing
    const { userId, circle } = this.parts
    return level === 'own'
      ? Reach.of([userId])
      : Reach.of([userId, ...(circle?.people ?? [])], circle?.teams ?? [])
  }

  field(subject: Subject, field: string): FieldLevel {
    return this.parts.custom?.fields[subject]?.[field] ?? 'edit'
  }

  /** No record is kept from them. */
  get seeAll() {
    return SUBJECT_NAMES.every(
      (subject) => !hasLevels(subject, 'read') || this.level('read', subject) === 'all'
    )
  }

  /** Nor any field of one: they may read what was written for everybody, such as mails. */
  get seeWhole() {
    const isFieldShown = (subject: Subject) =>
      fieldsOf(subject).every((field) => this.field(subject, field) !== 'none')
    return this.seeAll && SUBJECT_NAMES.every(isFieldShown)
  }

  /** Nothing here goes beyond the other's rights: they may give them. */
  isWithin(other: Rights) {
    return SUBJECT_NAMES.every(
      (subject) =>
        actionsOf(subject).every((action) =>
          isLevelWithin(this.level(action, subject), other.level(action, subject))
        ) &&
        fieldsOf(subject).every((field) =>
          isFieldLevelWithin(this.field(subject, field), other.field(subject, field))
        )
    )
  }

  /** Whatever they may do with records of somebody, they may do with everybody's: teams change nothing for them. */
  get areWhole() {
    const levelled = SUBJECT_NAMES.flatMap((subject) =>
      actionsOf(subject)
        .filter((action) => hasLevels(subject, action))
        .map((action) => this.level(action, subject))
    )
    return levelled.every((level) => level === 'all')
  }

  /** The same rights, as far as the scopes `<subject>:read` and `<subject>:write` of a token let them be used. */
  restrictedTo(scopes: readonly string[]) {
    const restricted = new Rights(this.parts)
    restricted.scopes = scopes
    return restricted
  }

  // Nobody works on what they cannot see, and what belongs to a record reaches no further than the record.
  private effective(action: Action, subject: Subject): Level {
    const { within } = definitionOf(subject)
    const granted = this.granted(action, subject)
    const seen = hasLevels(subject, action) && action !== 'read' ? this.effective('read', subject) : 'all'
    const around = within ? this.effective('read', within as Subject) : 'all'
    const limit = lower(seen, around)
    return action === 'create' && limit !== 'none' ? granted : lower(granted, limit)
  }

  private granted(action: Action, subject: Subject): Level {
    const { role, custom } = this.parts
    const own = this.isKept(subject) ? undefined : custom?.grants[subject]
    return (own ?? STANDARD_GRANTS[role][subject])?.[action] ?? 'none'
  }

  private isKept(subject: Subject) {
    return this.parts.role === 'admin' && KEPT_BY_ADMINS.includes(subject)
  }

  private inScope(action: Action, subject: Subject) {
    const verb = action === 'read' || action === 'export' ? 'read' : 'write'
    return !this.scopes || this.scopes.includes(`${subject}:${verb}` satisfies Scope)
  }
}
