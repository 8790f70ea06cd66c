import { glob } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { Exception } from '@adonisjs/core/exceptions'

type Payload = Record<string, unknown>
/** By version: what a payload of it is called one version later. */
export type Upcasters = Record<number, (data: Payload) => Payload>

type Versioned = { name: string; version: number; data: unknown }
type Known = { version: number; upcasters: Upcasters }

const known = new Map<string, Known>()

/** Another release wrote it, which knows more than this one: it keeps until that release is here. */
export class NewerEventError extends Exception {
  static code = 'E_NEWER_EVENT'
}

export function knowEvent(name: string, version: number, upcasters: Upcasters) {
  const missing = Array.from({ length: version - 1 }, (_, at) => at + 1).find((from) => !upcasters[from])
  if (missing) {
    const message = `${name} has version ${version}, and nothing says what becomes of its version ${missing}`
    throw new Exception(message, { code: 'E_UPCASTER_MISSING' })
  }
  known.set(name, { version, upcasters })
}

export const isKnown = (name: string) => known.has(name)

/** The event in the words of this release, whichever release wrote it. */
export function asOfToday<Event extends Versioned>(event: Event): Event {
  const today = known.get(event.name)
  if (!today || today.version === event.version) return event
  if (event.version > today.version) {
    throw new NewerEventError(
      `${event.name} came in version ${event.version}, this release knows version ${today.version}: it is for a newer one`
    )
  }
  let data = event.data as Payload
  for (let from = event.version; from < today.version; from++) data = today.upcasters[from](data)
  return { ...event, version: today.version, data }
}

/** For whoever shows what has happened: what a newer release wrote is shown as far as it can be read. */
export function asShown<Event extends Versioned>(event: Event): Event {
  const { version = event.version } = known.get(event.name) ?? {}
  return event.version > version ? event : asOfToday(event)
}

/** Makes every event of the product known to this process. */
export async function loadEvents(root: string) {
  for await (const file of glob('app/**/*_events.{js,ts}', { cwd: root }))
    await import(pathToFileURL(join(root, file)).href)
}
