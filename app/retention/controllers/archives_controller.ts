import type { HttpContext } from '@adonisjs/core/http'
import ArchiveFile from '#app/platform/history/archive_file'
import { Current } from '#app/platform/database/current'
import ArchivePolicy from '#app/retention/archive_policy'
import { findArchive } from '#app/retention/archive_list'
import { ArchiveFetched } from '#app/retention/retention_events'

/** An archive as a file. */
export default class ArchivesController {
  async show({ params, response, bouncer, unit }: HttpContext) {
    const archive = await Current.run(unit, async () => {
      const found = await findArchive(params.id)
      await bouncer.with(ArchivePolicy).authorize('show')
      return found
    })
    const { source, kind, month } = archive
    const file = await new ArchiveFile(archive.path).open()
    await Current.run(unit, () => ArchiveFetched.record(archive, { source, kind, month: month.toISODate()! }))
    response.type('application/gzip').header('Cache-Control', 'private, no-store')
    response.header('Content-Disposition', `attachment; filename="${archive.fileName}"`)
    return response.stream(file)
  }
}
