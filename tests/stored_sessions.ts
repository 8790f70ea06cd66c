import db from '@adonisjs/lucid/services/db'
import { MessageBuilder } from '@adonisjs/core/helpers'
import type Identity from '#app/identity/identity'

type Values = Record<string, unknown>

/** What a stored session holds. */
export const storedValues = ({ id, data }: { id: string; data: string }) =>
  new MessageBuilder().verify<Values>(data, id)!

/** Puts something into the open sessions of a person, as if it had happened there. */
export async function putIntoSessions({ id: owner }: Identity, more: Values, isMeant = (_: Values) => true) {
  const rows = await db.connection('system').from('sessions').where('user_id', owner)
  for (const { id, data } of rows) {
    const values = storedValues({ id, data })
    if (!isMeant(values)) continue
    const changed = new MessageBuilder().build({ ...values, ...more }, undefined, id)
    await db.connection('system').from('sessions').where('id', id).update({ data: changed })
  }
}
