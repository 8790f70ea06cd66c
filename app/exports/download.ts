import type { HttpContext } from '@adonisjs/core/http'
import type { Readable } from 'node:stream'
import type { Unit } from '#app/platform/database/current'

/** Sends the file while it is being written. */
export function download(
  { response, unit }: HttpContext,
  file: { name: string; type: string; stream(unit: Unit): Readable }
) {
  response.type(file.type)
  response.header('Content-Disposition', `attachment; filename="${file.name}"`)
  response.header('Cache-Control', 'private, no-store').header('X-Accel-Buffering', 'no')
  return response.stream(file.stream(unit))
}

/** Back to the list, whose screen fetches the file at this address. */
export function fetchFrom({ response, session }: HttpContext, address: string, count: number) {
  session.flash('download', address)
  session.flash('notice', `Exporting ${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`)
  return response.redirect().back()
}
