import db from '@adonisjs/lucid/services/db'
import { SessionStore } from '#app/sign_in/session_store'
import type { SessionData } from '@adonisjs/session/types'
import type Identity from '#app/identity/identity'

/** Puts values into every open session of a person. */
export async function changeSessions({ id }: Identity, values: SessionData) {
  for (const session of await db.connection('system').from('sessions').where('user_id', id)) {
    const store = new SessionStore()
    await store.write(session.id, { ...(await store.read(session.id)), ...values })
  }
}
