import db from '@adonisjs/lucid/services/db'
import { MessageBuilder } from '@adonisjs/core/helpers'
import { hashOf } from '#app/platform/secret'
import type { SessionData, SessionStoreWithTaggingContract } from '@adonisjs/session/types'

type Row = { id: string; data: string }

const HOURS = 60 * 60 * 1000
const LIFETIME = 12 * HOURS
/** After the last use, on a device that its owner chose to stay signed in on. */
const REMEMBERED_LIFETIME = 60 * 24 * HOURS

/**
 * One request's view of the sessions. Whoever reads the table cannot take one over: a row is found by the hash of the id
 * that only its browser has. A session that was ended from elsewhere meanwhile is not brought back
 * by its last request.
 */
export class SessionStore implements SessionStoreWithTaggingContract {
  #found?: string
  #isEnded = false
  #isRemembered = false

  /** `isBrought`: without a cookie there is nothing to look for. */
  constructor(private isBrought = true) {}

  async read(id: string) {
    if (!this.isBrought) return null
    const row = await this.#row(id).where('expires_at', '>', new Date()).first()
    const values = row && open(row)
    if (!values) return null
    this.#found = id
    this.#isRemembered = values.isRemembered === true
    return values
  }

  async write(id: string, values: SessionData) {
    if (this.#isEnded) return
    this.#isRemembered = values.isRemembered === true
    const row = { data: dataOf(values, id), expires_at: this.#expiry() }
    if (id === this.#found) await this.#row(id).update(row)
    else await this.#merge({ id: hashOf(id), ...row }, ['data', 'expires_at'])
  }

  async destroy(id: string) {
    const [count] = [await this.#row(id).delete()].flat()
    if (id === this.#found && Number(count) === 0) this.#isEnded = true
  }

  async touch(id: string) {
    await this.#row(id).update({ expires_at: this.#expiry() })
  }

  async tag(id: string, owner: string) {
    const row = { id: hashOf(id), data: dataOf({}, id), user_id: owner, expires_at: this.#expiry() }
    await this.#merge(row, ['user_id'])
  }

  async untag(id: string) {
    await this.#row(id).update({ user_id: null })
  }

  async tagged(owner: string) {
    const rows = await this.#rows().where('user_id', owner).where('expires_at', '>', new Date())
    return rows.flatMap((row: Row) => {
      const data = open(row)
      return data ? [{ id: row.id, data }] : []
    })
  }

  #expiry() {
    return new Date(Date.now() + (this.#isRemembered ? REMEMBERED_LIFETIME : LIFETIME))
  }

  #row(id: string) {
    return this.#rows().where('id', hashOf(id))
  }

  #rows() {
    return db.connection('system').from('sessions')
  }

  async #merge(row: { id: string } & Record<string, unknown>, columns: string[]) {
    await db
      .connection('system')
      .insertQuery()
      .table('sessions')
      .insert(row)
      .knexQuery.onConflict('id')
      .merge(columns)
  }
}

const dataOf = (values: SessionData, id: string) => new MessageBuilder().build(values, undefined, hashOf(id))

function open({ data, id }: Row) {
  try {
    return new MessageBuilder().verify<SessionData>(data, id)
  } catch {
    return null
  }
}
