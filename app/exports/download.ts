import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'
import db from '@adonisjs/lucid/services/db'
import type User from '#app/identity/user'
import { DownloadOverError } from '#app/exports/errors'
import type { Unit } from '#app/platform/database/current'

/** Sends the file while it is being written. */
export function download(
  { response, unit, user }: HttpContext,
  file: { name: string; type: string; stream(unit: Unit): Readable }
) {
  response.type(file.type)
  response.header('Content-Disposition', `attachment; filename="${file.name}"`)
  response.header('Cache-Control', 'private, no-store').header('X-Accel-Buffering', 'no')
  return response.stream(Readable.from(whileHere(user, file.stream(unit)), { objectMode: false }))
}

/** It ends in the middle once whoever fetches it, or their company, is deactivated. */
export async function* whileHere(user: User, pieces: Readable) {
  for await (const piece of pieces) {
    if (!(await isStillHere(user))) throw new DownloadOverError()
    yield piece
  }
}

const isStillHere = ({ id, tenantId }: User) =>
  db
    .connection('system')
    .from('users')
    .join('tenants', 'tenants.id', 'users.tenant_id')
    .where({ 'users.id': id, 'users.tenant_id': tenantId, 'tenants.state': 'active' })
    .whereNull('users.deactivated_at')
    .first()

/** Back to the list, whose screen fetches the file at this address. */
export function fetchFrom({ response, session }: HttpContext, address: string, count: number) {
  session.flash('download', address)
  session.flash('notice', `Exporting ${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`)
  return response.redirect().back()
}
