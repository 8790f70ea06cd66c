import db from '@adonisjs/lucid/services/db'
import { MessageBuilder } from '@adonisjs/core/helpers'
import type { SessionData, SessionStoreWithTaggingContract } from '@adonisjs/session/types'

const HOURS = 60 * 60 * 1000
const LIFETIME = 12 * HOURS
/** After the last use, on a device that its owner chose to stay signed in on. */
const REMEMBERED_LIFETIME = 60 * 24 * HOURS

/** One request's view of the sessions. A session that was ended from elsewhere meanwhile is not brought back by its last request. */
export class SessionStore implements SessionStoreWithTaggingContract {
  #found?: string
  #isEnded = false
  #isRemembered = false

  async read(id: string) {
    const row = await this.#rows().where('id', id).where('expires_at', '>', new Date()).first()
    const values = row && open(row.data, id)
    if (!values) return null
    this.#found = id
    this.#isRemembered = values.isRemembered === true
    return values
  }

  async write(id: string, values: SessionData) {
    if (this.#isEnded) return
    this.#isRemembered = values.isRemembered === true
    const row = { data: new MessageBuilder().build(values, undefined, id), expires_at: this.#expiry() }
    if (id === this.#found) await this.#rows().where('id', id).update(row)
    else await this.#merge({ id, ...row }, ['data', 'expires_at'])
  }

  async destroy(id: string) {
    const [count] = [await this.#rows().where('id', id).delete()].flat()
    if (id === this.#found && Number(count) === 0) this.#isEnded = true
  }

  async touch(id: string) {
    await this.#rows().where('id', id).update({ expires_at: this.#expiry() })
  }

  async tag(id: string, owner: string) {
    const data = new MessageBuilder().build({}, undefined, id)
    await this.#merge({ id, data, user_id: owner, expires_at: this.#expiry() }, ['user_id'])
  }

  async untag(id: string) {
    await this.#rows().where('id', id).update({ user_id: null })
  }

  async tagged(owner: string) {
    const rows = await this.#rows().where('user_id', owner).where('expires_at', '>', new Date())
    return rows.flatMap(({ id, data }) => {
      const values = open(data, id)
      return values ? [{ id, data: values }] : []
    })
  }

  #expiry() {
    return new Date(Date.now() + (this.#isRemembered ? REMEMBERED_LIFETIME : LIFETIME))
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

function open(data: string, id: string) {
  try {
    return new MessageBuilder().verify<SessionData>(data, id)
  } catch {
    return null
  }
}
