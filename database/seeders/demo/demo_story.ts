import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { workers } from '#start/workers'
import { clock } from '#app/platform/clock'
import { acrossTenants, type Actor } from '#app/platform/database/current'
import { live } from '#app/platform/live/live'
import { firstIdOf, newId } from '#app/platform/ids'
import { Queue } from '#app/platform/bus/queues'
import { holdBackRelays } from '#app/platform/events/relay'
import Identity from '#app/identity/identity'
import SuperUserGrant from '#app/console/super_user_grant'
import { Alba } from './alba/alba.js'
import { Brightwater } from './brightwater/brightwater.js'
import { CAST, COMPANY_IDS, OPERATOR } from './cast.js'
import { makeLogins, writeLogins, type Login } from './demo_logins.js'
import { DemoRemains } from './demo_remains.js'
import { Northgate } from './northgate.js'
import { PhotoAlbum } from './photo_album.js'
import type { Setting } from './setting.js'

const BEGAN = { days: 113 }
const STILL_SHOWN = { days: 2 }

/**
 * The demo, told by the verbs of the product with the clock set back. Each company is one unit, and the operator is
 * made last: an interrupted telling is known by companies without an operator.
 */
export class DemoStory {
  static async isUnfinished() {
    const { hasCompanies } = await DemoRemains.find()
    return hasCompanies && (await Identity.byEmail(OPERATOR.email)) === null
  }

  /** Nothing is mixed into an installation that somebody uses. */
  static async isWelcome() {
    return (await db.connection('system').from('tenants').select('id').first()) === null
  }

  private logins = makeLogins()
  private present = DateTime.utc()
  private operator = { kind: 'super_user', id: newId(), name: OPERATOR.name } satisfies Actor

  async tell(): Promise<Login[]> {
    await holdBackRelays(async () => {
      await (await DemoRemains.find()).clear()
      await live.inSilence(() => PhotoAlbum.open((album) => this.#tellWith(album)))
    })
    return this.logins
  }

  async #tellWith(album: PhotoAlbum) {
    const queues = await Queue.load(workers)
    const setting: Setting = {
      album,
      present: this.present,
      operator: this.operator,
      identities: new Map(CAST.map((person) => [person.email, this.#giveLogin(person)])),
      workers: queues.flatMap((queue) => queue.workers),
    }
    const stories = [Brightwater, Alba, Northgate].map((Story) => new Story(setting).tell())
    await allOf([...stories, ...setting.identities.values()])
    await this.#forgetNews(queues)
    await writeLogins(this.logins)
    const operator = await this.#giveLogin({ ...OPERATOR, id: this.operator.id }, { isSuperUser: true })
    await SuperUserGrant.create({ id: newId(), identityId: operator.id, grantedBy: 'the demo' })
  }

  #giveLogin(
    { id, name, email }: { id?: string; name: string; email: string },
    rights = { isSuperUser: false }
  ) {
    const password = this.logins.find((login) => login.email === email)?.password ?? null
    return clock.during(this.present.minus(BEGAN), () =>
      Identity.create({ ...(id && { id }), name, email, password, ...rights })
    )
  }

  /** As the workers would have noted it: a company sees what is recent and not worked off. */
  async #noteAsHeard(trx: TransactionClientContract, queues: Queue[]) {
    await trx.rawQuery(
      `insert into consumed_events (tenant_id, consumer, event_id)
       select tenant_id, consumer, id from events join json_to_recordset(?) as owed (name text, consumer text) using (name)
       where tenant_id = any(?) and id >= ? on conflict do nothing`,
      [
        JSON.stringify(queues.flatMap(({ owed }) => owed)),
        COMPANY_IDS,
        firstIdOf(this.present.minus(STILL_SHOWN)),
      ]
    )
  }

  /** Workers have heard what is recent, and nobody is to be told now what happened months ago. */
  #forgetNews(queues: Queue[]) {
    return acrossTenants(async (trx) => {
      await this.#noteAsHeard(trx, queues)
      await trx.from('outbox').whereIn('tenant_id', COMPANY_IDS).delete()
      await trx.from('turns').whereIn('tenant_id', COMPANY_IDS).delete()
      await trx.rawQuery(`delete from pgboss.job where data ->> 'tenantId' = any(?)`, [COMPANY_IDS])
    })
  }
}

/** Waits for all of them, also when one has failed: nothing goes on behind the back of whoever is told. */
async function allOf(works: Promise<unknown>[]) {
  await Promise.allSettled(works)
  await Promise.all(works)
}
