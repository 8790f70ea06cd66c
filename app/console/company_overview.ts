import db from '@adonisjs/lucid/services/db'
import Invitation from '#app/identity/invitation'
import User from '#app/identity/user'

const LATEST = 50

type MailRow = { id: string; recipient_id: string; state: string }

/** What the console shows of the company whose unit is under way: its people, none of its work. */
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
}

const REACH = `select
  (select count(*) from users where deactivated_at is null) as users,
  (select count(*) from qr_codes where state = 'assigned') as codes,
  (select count(*) from access_tokens where revoked_at is null) as tokens`
