import { DateTime } from 'luxon'
import logger from '@adonisjs/core/services/logger'
import { acrossTenants } from '#app/platform/database/current'
import { Timer } from '#app/platform/timers/timers'

const MONTHS_AHEAD = 3
const CONSUMED_FOR = { days: 60 }
const WRITTEN_FOR = { days: 30 }
const ASKED_FOR = { days: 7 }
const VISITS_FOR = { days: 2 }
const EXCHANGES_FOR = { days: 7 }
const RECEIVED_FOR = { days: 7 }
const ANSWERS_FOR = { hours: 24 }
const WEBHOOKS_FOR = { days: 30 }

/** Makes room for the coming months and forgets what nobody can ask for any more. */
export default class HousekeepingTimer extends Timer {
  static timer = 'housekeeping'
  static purpose = 'Makes room for coming months and forgets what is too old to be of use'
  static cron = '17 3 * * *'

  async handle() {
    await this.#prepareMonths()
    await this.#takeInStrays()
    await this.#forget('consumed_events', 'consumed_at < ?', DateTime.utc().minus(CONSUMED_FOR).toISO())
    await this.#forget('sessions', 'expires_at < ?', DateTime.utc().toISO())
    await this.#forget('identity_links', 'expires_at < ?', DateTime.utc().minus(WRITTEN_FOR).toISO())
    await this.#forget('identity_mails', 'created_at < ?', DateTime.utc().minus(WRITTEN_FOR).toISO())
    await this.#forget('confirmation_codes', 'expires_at < ?', DateTime.utc().toISO())
    await this.#forget('email_changes', 'expires_at < ?', DateTime.utc().toISO())
    await this.#forget('registrations', 'created_at < ?', DateTime.utc().minus(ASKED_FOR).toISO())
    await this.#forget('idempotency_keys', 'created_at < ?', DateTime.utc().minus(ANSWERS_FOR).toISO())
    await this.#forget('refresh_tokens', 'expires_at < ?', DateTime.utc().toISO())
    await this.#forget('access_tokens', `kind = 'session' and expires_at < ?`, DateTime.utc().toISO())
    await this.#forget('process_reports', 'reported_at < ?', DateTime.utc().minus({ days: 1 }).toISO())
    await this.#forget('qr_visits', 'day < ?', DateTime.utc().minus(VISITS_FOR).toISODate())
    await this.#forget('webhook_deliveries', 'created_at < ?', DateTime.utc().minus(WEBHOOKS_FOR).toISO())
    await this.#forget('mail_reports', 'taken_at < ?', DateTime.utc().minus({ days: 3 }).toISO())
    await this.#forget('vendor_exchanges', 'made_at < ?', DateTime.utc().minus(EXCHANGES_FOR).toISO())
    await this.#forget('received_webhooks', 'received_at < ?', DateTime.utc().minus(RECEIVED_FOR).toISO())
    await this.#forget('rate_limits', 'expire > 0 and expire < ?', Date.now())
  }

  #prepareMonths() {
    return acrossTenants(async (trx) => {
      for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
        const month = DateTime.utc().startOf('month').plus({ months: ahead })
        await trx.rawQuery('select ensure_event_partition(?::date)', [month.toISODate()])
      }
    })
  }

  /** Events of other months, as imports bring them, gather aside until theirs has a place. */
  async #takeInStrays() {
    const { rows } = await acrossTenants((trx) =>
      trx.rawQuery<{ rows: { month: string }[] }>('select months_without_partition()::text as month')
    )
    for (const { month } of rows) {
      logger.warn({ month }, 'Events were outside of the prepared months; their month gets a place now')
      await acrossTenants((trx) => trx.rawQuery('select ensure_event_partition(?::date)', [month]))
    }
  }

  // In small steps: a long transaction would hold back the clean-up of the outbox.
  async #forget(table: string, condition: string, limit: string | number) {
    let count = 0
    do {
      count = await acrossTenants(async (trx) => {
        const { rowCount } = await trx.rawQuery<{ rowCount: number }>(
          `delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit 5000))`,
          [limit]
        )
        return rowCount
      })
    } while (count > 0)
  }
}
