import type { HttpContext } from '@adonisjs/core/http'
import drive from '@adonisjs/drive/services/main'
import { Current } from '#app/platform/current'
import ArchivePolicy from '#app/retention/archive_policy'
import { findArchive } from '#app/retention/archive_list'
import { ArchiveFetched } from '#app/retention/retention_events'

/** An archive as a file. */
export default class ArchivesController {
  async show({ params, response, bouncer, unit }: HttpContext) {
    const archive = await Current.run(unit, async () => {
      const found = await findArchive(params.id)
      await bouncer.with(ArchivePolicy).authorize('show')
      const { source, kind, month } = found
      await ArchiveFetched.record(found, { source, kind, month: month.toISODate()! })
      return found
    })
    response.type('application/gzip').header('Cache-Control', 'private, no-store')
    response.header('Content-Disposition', `attachment; filename="${archive.fileName}"`)
    return response.stream(await drive.use().getStream(archive.path))
  }
}
