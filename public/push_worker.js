/* Shows what the product has to say while no page of it is open. */

importScripts('/field_worker.js')

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json()
  const options = { body: body ?? undefined, tag, data: { url }, icon: '/icon-192.png', badge: '/icon-192.png' }
  event.waitUntil(Promise.all([self.registration.showNotification(title, options), remember()]))
})

self.addEventListener('message', (event) => {
  if (event.data === 'subscribed') event.waitUntil(remember())
})

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)))

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(new URL(event.notification.data.url, self.location.origin)))
})

async function open(url) {
  if (url.origin !== self.location.origin) return
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const [page] = windows.filter((one) => new URL(one.url).origin === url.origin)
  if (page) await page.navigate(url.href).then((shown) => (shown ?? page).focus())
  else await self.clients.openWindow(url.href)
}

const KEPT = '/push_subscription'

// Not every browser says what has gone when it changes the address.
async function remember() {
  const { endpoint, options } = (await self.registration.pushManager.getSubscription()) ?? {}
  if (!endpoint) return
  const key = btoa(String.fromCharCode(...new Uint8Array(options.applicationServerKey)))
  const cache = await caches.open('push')
  await cache.put(KEPT, new Response(JSON.stringify({ endpoint, key })))
}

async function renew({ oldSubscription, newSubscription }) {
  const cache = await caches.open('push')
  const kept = await (await cache.match(KEPT))?.json()
  const earlier = oldSubscription?.endpoint ?? kept?.endpoint
  const key = oldSubscription?.options.applicationServerKey ?? (kept && bytes(kept.key))
  if (!earlier || !key) return
  const subscription =
    newSubscription ??
    (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }))
  const { endpoint, keys } = subscription.toJSON()
  const answer = await fetch('/push_renewals', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept': 'application/json' },
    body: JSON.stringify({ earlier, endpoint, ...keys }),
  })
  if (answer.ok) await remember()
}

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
