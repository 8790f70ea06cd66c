import { column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { RoleSchema } from '#database/schema'
import { live } from '#app/platform/live/live'
import { STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import { lockRow } from '#app/platform/database/row_lock'
import { RoleInUseError, RoleNameTakenError, RoleOfSingleSignOnError } from '#app/access/errors'
import { RoleCreated, RoleDeleted, RoleUpdated } from '#app/access/role_events'
import Rights, { type FieldGrants, type RoleGrants } from '#app/access/rights'
import { KEPT_BY_ADMINS, STANDARD_GRANTS, type Grants, type StandardRole } from '#app/access/standard_roles'
import { actionsOf, fieldsOf, SUBJECT_NAMES } from '#app/access/subjects'

export type RoleDraft = { name: string; description: string | null; grants: Grants; fields: FieldGrants }

/** A role of the company's own: a standard role with some subjects granted differently. */
export default class Role extends RoleSchema {
  @column()
  declare basedOn: StandardRole

  @column({ prepare: (value: Grants) => JSON.stringify(value) })
  declare grants: Grants

  @column({ prepare: (value: FieldGrants) => JSON.stringify(value) })
  declare fields: FieldGrants

  static history = ['name', 'description', 'grants', 'fields'] as const

  static async make(draft: RoleDraft & { basedOn: StandardRole }) {
    await this.requireFreeName(draft.name)
    const role = await this.create({ ...draft, ...differences(draft.basedOn, draft) })
    await RoleCreated.record(role, { name: role.name, basedOn: role.basedOn, ...role.given })
    return role
  }

  get rights() {
    return Rights.ofRole(this.basedOn, this)
  }

  /** Changes what the role gives; everybody who has it is held to that from their next request on. */
  async revise(draft: RoleDraft) {
    await lockRow(this)
    await Role.requireFreeName(draft.name, this.id)
    const before = { name: this.name, ...this.given }
    Object.assign(this, draft, differences(this.basedOn, draft))
    if (!this.$isDirty) return
    await this.save()
    await RoleUpdated.record(this, { name: this.name, basedOn: this.basedOn, ...this.given, before })
    await live.tell(STREAMS_CHANNEL, { cut: this.tenantId })
  }

  async remove() {
    await lockRow(this)
    if (await this.isGivenBySingleSignOn()) throw new RoleOfSingleSignOnError(this.name)
    const holders = await this.holders()
    if (holders.length > 0) throw new RoleInUseError(this.name, holders)
    const { tenantId, id, name, basedOn } = this
    // Invitations that are over keep their standard role.
    await db.from('invitations').where({ tenant_id: tenantId, role_id: id }).update({ role_id: null })
    await RoleDeleted.record(this, { name, basedOn, ...this.given })
    await this.delete()
  }

  /** Whoever has the role, or was offered it, by name. */
  async holders(): Promise<string[]> {
    const { tenantId, id } = this
    const members = await db.from('users').where({ tenant_id: tenantId, role_id: id }).select('name')
    const invited = await db
      .from('invitations')
      .where({ tenant_id: tenantId, role_id: id })
      .whereNull('accepted_at')
      .whereNull('revoked_at')
      .select('name')
    return [...members, ...invited].map(({ name }) => name as string).sort()
  }

  private async isGivenBySingleSignOn() {
    const rule = JSON.stringify([{ roleId: this.id }])
    const connection = await db
      .from('sso_connections')
      .where('tenant_id', this.tenantId)
      .where((either) => either.where('default_role_id', this.id).orWhereRaw('role_map @> ?::jsonb', [rule]))
      .first()
    return connection !== null
  }

  private get given() {
    return { grants: this.grants, fields: this.fields }
  }

  private static async requireFreeName(name: string, id?: string) {
    const taken = await this.query()
      .whereRaw('lower(name) = ?', [name.toLowerCase()])
      .if(id, (roles) => roles.whereNot('id', id!))
      .first()
    if (taken) throw new RoleNameTakenError()
  }
}

// Only what differs from the base is kept: a subject that a later version brings is then granted as the base has it.
function differences(basedOn: StandardRole, { grants, fields }: RoleGrants): RoleGrants {
  const base = STANDARD_GRANTS[basedOn]
  const differing = SUBJECT_NAMES.filter((subject) => {
    const isKept = basedOn === 'admin' && KEPT_BY_ADMINS.includes(subject)
    const wanted = grants[subject]
    return (
      !isKept &&
      wanted &&
      actionsOf(subject).some((action) => (wanted[action] ?? 'none') !== (base[subject]?.[action] ?? 'none'))
    )
  })
  const limited = SUBJECT_NAMES.map(
    (subject) =>
      [subject, fieldsOf(subject).filter((field) => (fields[subject]?.[field] ?? 'edit') !== 'edit')] as const
  ).filter(([, names]) => names.length > 0)
  return {
    grants: Object.fromEntries(differing.map((subject) => [subject, grants[subject]])),
    fields: Object.fromEntries(
      limited.map(([subject, names]) => [
        subject,
        Object.fromEntries(names.map((field) => [field, fields[subject]![field]])),
      ])
    ),
  }
}
