import type { Page } from '@inertiajs/core'
import type { Data } from '@generated/data'
import { urlFor } from '~/client'

const WORKER = '/push_worker.js'
const CHUNKS = [...Object.values(import.meta.glob('./pages/field/**/*.vue')), () => import('qr/decode.js')]
// More than a browser remembers by itself.
const MOST_ASSETS = 1000

performance.setResourceTimingBufferSize(MOST_ASSETS)

/**
 * Tells the worker of this phone who is there, so that it keeps nobody else's screens; and where field screens are opened,
 * what they are made of: part of it was loaded before the worker was there.
 */
export async function tellFieldWorker({ component, props, version }: Page) {
  if (!('serviceWorker' in navigator) || component.startsWith('errors/')) return
  const { identity, impersonation } = props as unknown as Data.SharedProps
  const isKept = component.startsWith('field/') && Boolean(identity) && !impersonation
  if (isKept) await navigator.serviceWorker.register(WORKER)
  const { serviceWorker } = navigator
  const registration = isKept ? await serviceWorker.ready : await serviceWorker.getRegistration(WORKER)
  const field = isKept ? { version, screens: screens(), assets: await assets() } : undefined
  registration?.active?.postMessage({ person: identity?.email ?? null, field })
}

/** The open one, and those where work begins. */
const screens = () =>
  [
    location.pathname + location.search,
    urlFor('field.home.index'),
    urlFor('field.customers.index'),
    urlFor('field.customers.create'),
    urlFor('field.bindings.create'),
  ].map((path) => new URL(path, location.origin).href)

async function assets() {
  await Promise.all(CHUNKS.map((load) => load()))
  const own = `${location.origin}/assets/`
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(own))
}
