/*
 * Keeps the field screens of whoever is signed in on this phone, so that they open without signal too. What is kept of a
 * screen is what the server said of it; the document around it and the scripts belong to a build of the product.
 */

const PAGES = 'field-pages:'
const BUILDS = 'field-build:'
const SHELL = '/field_shell'
const FIELD = /^\/c\/[^/]+\/field(?=\/|$)/
const START = /^\/(c\/[^/]+\/?)?$/
const HOME = /^\/c\/[^/]+\/field$/
const FORM = /\/new$/
const LABEL = /^\/q\/[^/]+$/i
const DOORS = /^(\/c\/[^/]+)?\/(login|session)(\/|$)/
const DATA = /(<script data-page="app" type="application\/json">)([^]*?)(<\/script>)/
const HOUR = 60 * 60 * 1000
const KEPT_FOR = 12 * HOUR
const PATIENCE = 8000
const MOST_PAGES = 60
// The one before, too: its screens may be open still, and its kept ones be shown.
const MOST_BUILDS = 2
// Assets are named for what is in them, so that a name has one answer, whoever asks and how.
const UNVARIED = { ignoreVary: true }

// By their address; null once nobody is signed in. Not known until a page says so.
let person

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return
  if (DOORS.test(pathname)) event.waitUntil(keepOnlyOf(null))
  else if (request.method !== 'GET') return
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (FIELD.test(pathname) && (request.mode === 'navigate' || isVisit(request)))
    event.respondWith(screen(event))
  else if (request.mode !== 'navigate') return
  else if (START.test(pathname)) event.respondWith(orFromHome(request, (home) => home))
  else if (LABEL.test(pathname)) event.respondWith(orFromHome(request, bindingOf(request.url)))
})

self.addEventListener('message', (event) => {
  const { person: there, field } = event.data ?? {}
  if (there !== undefined) event.waitUntil(keepOnlyOf(there))
  if (field) event.waitUntil(keepScreens(field))
})

// What is asked for in parts belongs to a screen that is open already.
const isVisit = ({ headers }) => headers.has('x-inertia') && !headers.has('x-inertia-partial-component')

async function keepOnlyOf(there) {
  person = there
  await remove(PAGES, (name) => name !== PAGES + there)
}

/** The open screen was there before this worker, and the others need not have been opened yet. */
async function keepScreens({ version, assets, screens }) {
  const build = await caches.open(BUILDS + version)
  await Promise.allSettled(assets.map(async (url) => (await build.match(url, UNVARIED)) ?? build.add(url)))
  if (!(await build.match(SHELL))) await look(screens[0], { accept: 'text/html' })
  for (const url of screens) {
    const kept = await keptOf(url)
    if (!kept || Date.now() - kept.at > HOUR) await look(url, { 'x-inertia': 'true', 'x-inertia-version': version })
  }
}

async function look(url, headers) {
  await take(url, await fetch(url, { headers: { 'x-requested-with': 'XMLHttpRequest', ...headers } }))
}

async function screen(event) {
  const { request } = event
  const kept = await keptOf(request.url)
  try {
    const answer = await (kept ? soon(fetch(request)) : fetch(request))
    event.waitUntil(take(request.url, answer.clone()))
    return answer
  } catch (problem) {
    if (kept) return isVisit(request) ? asVisit(kept, request) : asDocument(kept)
    if (isVisit(request)) throw problem
    return notKept(request)
  }
}

// Where the icon on the phone leads, and where its camera leads from a label, to be sent on from there.
async function orFromHome(request, wayFrom) {
  try {
    return await fetch(request)
  } catch (problem) {
    const pages = await keptPages()
    const home = (await pages?.keys())?.find(({ url }) => HOME.test(new URL(url).pathname))
    if (!home) throw problem
    return Response.redirect(wayFrom(home.url))
  }
}

const bindingOf = (label) => (home) => `${home}/bindings/new?code=${encodeURIComponent(label)}`

// Where there is hardly any signal, nothing comes and nothing fails.
const soon = (answer) =>
  Promise.race([answer, new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), PATIENCE))])

async function asset(request) {
  return (await caches.match(request.url, UNVARIED)) ?? fetch(request)
}

async function take(url, answer) {
  const isGone =
    answer.type === 'opaqueredirect' || answer.redirected || [401, 403, 404, 410].includes(answer.status)
  if (isGone) await (await keptPages())?.delete(url)
  else if (answer.ok) await keep(url, answer)
}

// Whose it is, and whether it is a field screen at all, the server says in the answer itself.
async function keep(url, answer) {
  const { page, shell } = await read(answer)
  const owner = page?.props.identity?.email
  const isKept = owner && page.component.startsWith('field/') && !page.props.impersonation
  if (!isKept || (person !== undefined && person !== owner)) return
  if (shell) await keepShell(page.version, shell)
  await remove(PAGES, (name) => name !== PAGES + owner)
  const pages = await caches.open(PAGES + owner)
  // Notices and errors were said once, to somebody who had just done something.
  const said = { ...page, flash: {}, props: { ...page.props, errors: {} } }
  await pages.put(url, new Response(JSON.stringify({ at: Date.now(), page: said })))
  const keys = await pages.keys()
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_PAGES))) await pages.delete(key)
}

async function read(answer) {
  if (answer.headers.has('x-inertia')) return { page: await answer.json() }
  const text = await answer.text()
  const data = DATA.exec(text)?.[2]
  if (!data) return {}
  const shell = new Response(text.replace(DATA, '$1$3'), { headers: answer.headers })
  for (const name of ['content-length', 'content-encoding']) shell.headers.delete(name)
  return { page: JSON.parse(data), shell }
}

async function keepShell(version, shell) {
  const build = await caches.open(BUILDS + version)
  await build.put(SHELL, shell)
  const builds = (await caches.keys()).filter((name) => name.startsWith(BUILDS))
  await remove(BUILDS, (name) => !builds.slice(-MOST_BUILDS).includes(name))
}

async function keptPages() {
  const name = (await caches.keys()).find((one) => one.startsWith(PAGES))
  return name && caches.open(name)
}

async function keptOf(url) {
  const pages = await keptPages()
  if (!pages) return undefined
  const { origin, pathname, search } = new URL(url)
  // An empty form is the same for whatever it is begun with, which the screen reads off its address.
  const answer =
    (await pages.match(url, UNVARIED)) ??
    (FORM.test(pathname) ? await pages.match(origin + pathname, UNVARIED) : undefined)
  const kept = await answer?.json()
  const isOver = kept && Date.now() - kept.at > KEPT_FOR
  if (isOver) await pages.delete(url)
  if (!kept || isOver) return undefined
  const shell = await caches.match(SHELL, { cacheName: BUILDS + kept.page.version })
  return shell && { ...kept, page: { ...kept.page, url: pathname + search }, shell }
}

const shown = ({ at, page }) =>
  JSON.stringify({ ...page, props: { ...page.props, keptAt: new Date(at).toISOString() } })

// A screen of another build than the open one needs its own scripts: then the visit becomes a whole page.
function asVisit(kept, { url, headers }) {
  return headers.get('x-inertia-version') === kept.page.version
    ? new Response(shown(kept), { headers: { 'content-type': 'application/json', 'x-inertia': 'true' } })
    : new Response(null, { status: 409, headers: { 'x-inertia-location': url } })
}

async function asDocument(kept) {
  const data = shown(kept).replaceAll('<', '\\u003c')
  const text = (await kept.shell.text()).replace(DATA, (_, open, __, close) => open + data + close)
  return new Response(text, { headers: kept.shell.headers })
}

function notKept({ url }) {
  const [home] = FIELD.exec(new URL(url).pathname)
  const text = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>No signal</title><body style="font: 1.1rem/1.5 system-ui; margin: 2rem 1rem; color-scheme: light dark">
<h1 style="font-size: 1.4rem">No signal</h1><p>This screen is not kept on this phone. It opens when there is signal again.
<p><a href="">Try again</a><p><a href="${home}">Back to the start</a>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  }
  return new Response(text, { status: 503, headers })
}

async function remove(kind, isOld) {
  for (const name of await caches.keys()) if (name.startsWith(kind) && isOld(name)) await caches.delete(name)
}
