import { DateTime } from 'luxon'
import drive from '@adonisjs/drive/services/main'
import { acrossTenants } from '#app/platform/database/current'
import Attachment from '#app/attachments/attachment'

const KEPT_FOR = { days: 2 }
const AT_ONCE = 200

/** Photos whose form was never sent, in all companies. */
export class AbandonedPhotos {
  static async sweep() {
    let count = AT_ONCE
    while (count === AT_ONCE) count = await this.sweepSome()
  }

  // The files first, then the rows, so that an interrupted sweep finds them again.
  private static async sweepSome() {
    const abandoned = await this.find()
    for (const { key } of abandoned) await drive.use().deleteAll(key)
    await acrossTenants((trx) =>
      trx
        .from('attachments')
        .whereIn(
          'id',
          abandoned.map(({ id }) => id)
        )
        .whereNull('lead_id')
        .delete()
    )
    return abandoned.length
  }

  private static find() {
    return Attachment.query({ connection: 'system' })
      .whereNull('leadId')
      .where('createdAt', '<', DateTime.utc().minus(KEPT_FOR).toISO())
      .orderBy('createdAt')
      .limit(AT_ONCE)
  }
}
