import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { DateTime } from 'luxon'
import type { HttpContext } from '@adonisjs/core/http'
import { Current } from '#app/platform/database/current'
import { newId } from '#app/platform/ids'
import ChainExport from '#app/platform/history/chain_export'
import { tar } from '#app/platform/history/tar'
import ArchivePolicy from '#app/retention/archive_policy'
import { HistoryExported } from '#app/retention/retention_events'

/** All of a company's history as one file, with the script that verifies it. */
export default class HistoryExportsController {
  async show({ response, bouncer, tenant, unit, logger }: HttpContext) {
    await Current.run(unit, async () => {
      await bouncer.with(ArchivePolicy).authorize('show')
      await HistoryExported.record({ id: newId() }, {})
    })
    const name = `history-${tenant.slug}-${DateTime.now().setZone(tenant.timeZone).toISODate()}`
    response.type('application/gzip').header('Cache-Control', 'private, no-store')
    response.header('Content-Disposition', `attachment; filename="${name}.tar.gz"`)
    const packed = createGzip()
    pipeline(tar(name, new ChainExport(tenant.id).parts()), packed).catch((error) =>
      logger.warn({ err: error }, 'An export of history was cut')
    )
    return response.stream(packed)
  }
}
