import { createHmac, randomInt } from 'node:crypto'
import { DateTime } from 'luxon'
import { appKey } from '#config/app'
import { ConfirmationCodeSchema } from '#database/schema'
import type Identity from '#app/identity/identity'

const WORKS_FOR = { minutes: 10 }
const TRIES = 5

/** Six figures by mail, for once. Only the session that asked for them can use them. */
export default class ConfirmationCode extends ConfirmationCodeSchema {
  static connection = 'system'

  /** Whoever sends the mail makes the code; a second mail for the same question makes another one. */
  static async mint(id: string, { id: identityId }: Identity) {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const expiresAt = DateTime.utc().plus(WORKS_FOR)
    await this.updateOrCreate({ id }, { identityId, expiresAt, codeHash: hashFor(id, code), usedAt: null })
    return code
  }

  /** Counts before it looks, so that guesses sent at the same time cannot slip past; of two right ones, one is let in. */
  static async consume(id: string, { id: identityId }: Identity, code: string) {
    const now = DateTime.utc().toISO()
    const open = () => this.query().where({ id, identityId }).whereNull('usedAt').where('expiresAt', '>', now)
    const [counted] = await open().where('tries', '<', TRIES).increment('tries', 1)
    if (Number(counted) !== 1) return false
    const [count] = await open().where('codeHash', hashFor(id, code)).update({ usedAt: now })
    return Number(count) === 1
  }
}

// Six figures are found from a plain hash in no time, so the hash needs a key that is not in the database.
const hashFor = (id: string, code: string) =>
  createHmac('sha256', appKey.release()).update(`${id}:${code}`).digest('hex')
