import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { newId } from '#app/platform/ids'
import type Identity from '#app/identity/identity'

/** An address that a login had before. Its mailbox may belong to somebody else by now, so it opens nothing by itself. */
export default class FormerEmail {
  static async keep({ id, email }: Identity, client: TransactionClientContract) {
    const row = { id: newId(), identity_id: id, email, created_at: new Date() }
    await client.table('former_emails').insert(row).knexQuery.onConflict(['email', 'identity_id']).ignore()
  }

  static async isOf({ id }: Identity, email: string) {
    return (await known(email)).some((row) => row.identity_id === id)
  }

  static async exists(email: string) {
    return (await known(email)).length > 0
  }
}

const known = (email: string): Promise<{ identity_id: string }[]> =>
  db.connection('system').from('former_emails').where('email', email).select('identity_id')
