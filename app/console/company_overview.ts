import db from '@adonisjs/lucid/services/db'
import type { ActorKind } from '#app/platform/current'
import Invitation from '#app/identity/invitation'
import User from '#app/identity/user'

const LATEST = 50

type EventRow = {
  id: string
  name: string
  occurred_at: Date
  actor_kind: ActorKind
  actor_name: string | null
  subject_id: string
  data: { reason?: string; changed?: string[] }
}

type MailRow = { id: string; recipient_id: string; state: string }

/** What the console shows of the company whose unit is under way: its people and its administration, none of its work. */
export default class CompanyOverview {
  admins() {
    return User.active().where('role', 'admin').orderBy('id', 'desc').limit(LATEST)
  }

  invitations() {
    return Invitation.pending().orderBy('id', 'desc').limit(LATEST)
  }

  /** The latest mail of each invitation, by invitation. */
  async mails(invitations: Invitation[]) {
    const rows: MailRow[] = await db
      .from('deliveries')
      .select('id', 'recipient_id', 'state')
      .where('recipient_kind', 'invitation')
      .whereIn(
        'recipient_id',
        invitations.map(({ id }) => id)
      )
      .orderBy('id')
    return new Map(rows.map(({ recipient_id: invitationId, ...mail }) => [invitationId, mail]))
  }

  /** What stops working when the company is deactivated. */
  async reach() {
    const { rows } = await db.rawQuery<{ rows: { users: number; codes: number; tokens: number }[] }>(REACH)
    return rows[0]
  }

  async history() {
    const rows: EventRow[] = await db
      .from('events')
      .where((about) =>
        about.whereLike('name', 'tenant.%').orWhereLike('name', 'invitation.%').orWhereLike('name', 'user.%')
      )
      .orderBy('id', 'desc')
      .limit(LATEST)
    const names = await this.#namesOf(rows.map((row) => row.subject_id))
    return rows.map((row) => ({
      id: row.id,
      kind: row.name,
      at: row.occurred_at.toISOString(),
      actor: { kind: row.actor_kind, name: row.actor_name },
      subject: names.get(row.subject_id) ?? null,
      reason: row.data.reason ?? null,
      changed: row.data.changed ?? [],
    }))
  }

  async #namesOf(ids: string[]) {
    const users = await User.query().whereIn('id', ids)
    const invitations = await Invitation.query().whereIn('id', ids)
    return new Map([...users, ...invitations].map(({ id, name }) => [id, name]))
  }
}

const REACH = `select
  (select count(*) from users where deactivated_at is null) as users,
  (select count(*) from qr_codes where state = 'assigned') as codes,
  (select count(*) from access_tokens where revoked_at is null) as tokens`
