import type { DateTime } from 'luxon'
import type { Actor } from '#app/platform/database/current'
import type { WorkerClass } from '#app/platform/events/worker'
import type Identity from '#app/identity/identity'
import type { PhotoAlbum } from './photo_album.js'

/** What every story of the demo is told with. */
export type Setting = {
  present: DateTime
  operator: Actor
  /** By e-mail address; a password takes its time. */
  identities: Map<string, Promise<Identity>>
  /** Those who hear of what is recent. */
  workers: WorkerClass[]
  album: PhotoAlbum
}
