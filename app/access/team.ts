import { hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import db from '@adonisjs/lucid/services/db'
import { TeamSchema } from '#database/schema'
import { live } from '#app/platform/live/live'
import { STREAMS_CHANNEL } from '#app/platform/live/open_streams'
import { Current } from '#app/platform/database/current'
import Reach from '#app/access/reach'
import TeamMember from '#app/access/team_member'
import { TeamCircleError, TeamInUseError, TeamNameTakenError } from '#app/access/errors'
import { TeamCreated, TeamDeleted, TeamMembersChanged, TeamUpdated } from '#app/access/team_events'

export type TeamDraft = { name: string; parentId: string | null }
export type Membership = { userId: string; isLead: boolean }

/** People who see each other's records at level "team", and those of the teams below theirs. */
export default class Team extends TeamSchema {
  @hasMany(() => TeamMember)
  declare members: HasMany<typeof TeamMember>

  static history = ['name', 'parentId'] as const

  static async make(draft: TeamDraft) {
    await this.lockAll()
    await this.requireFreeName(draft.name)
    const team = await this.create(draft)
    await TeamCreated.record(team, draft)
    return team
  }

  /** What a form or filter offers. */
  static async choices() {
    const teams = await this.query().orderByRaw('lower(name)').limit(500)
    return teams.map(({ id, name }) => ({ id, name }))
  }

  /** The people of a team and of the teams below it, and those teams. */
  static async reachOf(id: string): Promise<Reach> {
    const { rows } = await db.rawQuery<{ rows: { teams: string[]; people: string[] }[] }>(
      `with recursive below as (
        select id from teams where tenant_id = :tenantId and id = :id
        union
        select teams.id from teams join below on teams.parent_id = below.id where tenant_id = :tenantId
      )
      select array(select id from below) as teams, array(select user_id from team_members
        where tenant_id = :tenantId and team_id in (select id from below)) as people`,
      { tenantId: Current.tenantId, id }
    )
    return Reach.of(rows[0].people, rows[0].teams)
  }

  async revise({ name, parentId }: TeamDraft) {
    const teams = await Team.lockAll()
    await Team.requireFreeName(name, this.id)
    if (parentId && pathUp(parentId, teams).includes(this.id)) throw new TeamCircleError()
    const before = { name: this.name, parentId: this.parentId }
    if (before.name === name && before.parentId === parentId) return
    Object.assign(this, { name, parentId })
    await this.save()
    await TeamUpdated.record(this, { name, parentId, before })
    await live.tell(STREAMS_CHANNEL, { cut: this.tenantId })
  }

  /** Says who belongs to the team from now on. The same people again change nothing. */
  async gather(memberships: Membership[]) {
    await Team.lockAll()
    const present = await TeamMember.query().where('teamId', this.id)
    const wanted = new Map(memberships.map(({ userId, isLead }) => [userId, isLead]))
    const left = present.filter(({ userId }) => !wanted.has(userId))
    const changed = present.filter(
      ({ userId, isLead }) => wanted.has(userId) && wanted.get(userId) !== isLead
    )
    const known = new Set(present.map(({ userId }) => userId))
    const joined = [...wanted].filter(([userId]) => !known.has(userId))
    if (left.length + changed.length + joined.length === 0) return
    for (const member of left) await member.delete()
    for (const member of changed) await member.merge({ isLead: wanted.get(member.userId)! }).save()
    for (const [userId, isLead] of joined) await TeamMember.create({ teamId: this.id, userId, isLead })
    await TeamMembersChanged.record(this, {
      name: this.name,
      joined: joined.map(([userId]) => userId),
      left: left.map(({ userId }) => userId),
      leads: memberships.filter(({ isLead }) => isLead).map(({ userId }) => userId),
    })
    await live.tell(STREAMS_CHANNEL, { cut: this.tenantId })
  }

  async remove() {
    const teams = await Team.lockAll()
    if (teams.some(({ parentId }) => parentId === this.id)) throw new TeamInUseError()
    await db.from('leads').where({ tenant_id: this.tenantId, team_id: this.id }).update({ team_id: null })
    await TeamDeleted.record(this, { name: this.name })
    await live.tell(STREAMS_CHANNEL, { cut: this.tenantId })
    await this.delete()
  }

  // A company's teams are changed one after the other, so that two changes cannot close a circle between them.
  private static async lockAll() {
    await db.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 3))', [Current.tenantId])
    return this.query().orderBy('id')
  }

  private static async requireFreeName(name: string, id?: string) {
    const taken = await this.query()
      .whereRaw('lower(name) = ?', [name.toLowerCase()])
      .if(id, (teams) => teams.whereNot('id', id!))
      .first()
    if (taken) throw new TeamNameTakenError()
  }
}

/** A team and those above it, from the bottom up. */
export function pathUp(id: string, teams: { id: string; parentId: string | null }[]): string[] {
  const parents = new Map(teams.map((team) => [team.id, team.parentId]))
  const path: string[] = []
  for (let at: string | null = id; at && !path.includes(at); at = parents.get(at) ?? null) path.push(at)
  return path
}
