/* Shows what the product has to say while no page of it is open. */

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json()
  const options = { body: body ?? undefined, tag, data: { url }, icon: '/icon-192.png', badge: '/icon-192.png' }
  event.waitUntil(self.registration.showNotification(title, options))
})

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
