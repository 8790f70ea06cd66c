import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { test } from '@japa/runner'

const ORIGIN = 'https://crm.example'
const HOUR = 3_600_000
const CODE = readFileSync(new URL('../../../public/field_worker.js', import.meta.url), 'utf8')
const RAY = 'ray@acme.example'
const SIGNAL = { version: '1', screens: [`${ORIGIN}/c/acme/field`], assets: [`${ORIGIN}/assets/app-1.js`] }

type Said = { component?: string; email?: string | null; version?: string; props?: object; flash?: object }

function pageOf({ component = 'field/home/index', email = RAY, version = '1', props, flash }: Said = {}) {
  const identity = email ? { email } : undefined
  return { component, version, url: '/c/acme/field', flash, props: { identity, ...props } }
}

const json = (said?: Said) => new Response(JSON.stringify(pageOf(said)), { headers: { 'x-inertia': 'true' } })

const html = (said?: Said) => {
  const data = JSON.stringify(pageOf(said)).replaceAll('/', '\\/')
  const text = `<!doctype html><script data-page="app" type="application/json">${data}</script><div id="app"></div>`
  return new Response(text, {
    headers: { 'content-type': 'text/html', 'content-security-policy': 'the policy', 'content-length': '9' },
  })
}

class Kept {
  #answers = new Map<string, Response>()
  #ask: (url: string) => Promise<Response>

  constructor(ask: (url: string) => Promise<Response>) {
    this.#ask = ask
  }

  async match(url: string) {
    return this.#answers.get(url)?.clone()
  }

  async put(url: string, answer: Response) {
    this.#answers.delete(url)
    this.#answers.set(url, answer)
  }

  async add(url: string) {
    await this.put(url, await this.#ask(url))
  }

  async delete(what: string | { url: string }) {
    return this.#answers.delete(typeof what === 'string' ? what : what.url)
  }

  async keys() {
    return [...this.#answers.keys()].map((url) => ({ url }))
  }
}

/** The worker as a browser runs it, with a server and a clock that the test moves. */
function start() {
  const caches = new Map<string, Kept>()
  const listeners = new Map<string, (event: object) => void>()
  const asked: string[] = []
  const world = {
    now: Date.parse('2026-11-28T08:00:00Z'),
    answer: (_url: string): Response | Promise<Response> => {
      throw new TypeError('no signal')
    },
  }
  const fetch = async (what: string | { url: string }) => {
    const url = typeof what === 'string' ? what : what.url
    asked.push(url.slice(ORIGIN.length))
    return world.answer(url)
  }
  class Clock extends Date {
    static now() {
      return world.now
    }
  }
  runInNewContext(CODE, {
    URL,
    Response,
    Promise,
    Date: Clock,
    fetch,
    setTimeout: (late: () => void) => setTimeout(late, 5),
    caches: {
      keys: async () => [...caches.keys()],
      delete: async (name: string) => caches.delete(name),
      open: async (name: string) => caches.get(name) ?? caches.set(name, new Kept(fetch)).get(name)!,
      match: async (url: string, { cacheName }: { cacheName?: string }) => {
        const known = cacheName ? [caches.get(cacheName)] : [...caches.values()]
        for (const cache of known) {
          const answer = await cache?.match(url)
          if (answer) return answer
        }
      },
    },
    self: {
      location: { origin: ORIGIN },
      addEventListener: (name: string, hear: (event: object) => void) => listeners.set(name, hear),
    },
  })

  const hear = async (name: string, event: object) => {
    const waits: unknown[] = []
    let answer: Promise<Response> | undefined
    listeners.get(name)!({
      ...event,
      waitUntil: (work: unknown) => waits.push(work),
      respondWith: (given: Promise<Response>) => (answer = given),
    })
    const response = await answer
    await Promise.all(waits)
    return response
  }
  const ask = (path: string, { mode = 'cors', method = 'GET', ...headers }: Record<string, string> = {}) =>
    hear('fetch', { request: { url: ORIGIN + path, mode, method, headers: new Headers(headers) } })
  return {
    world,
    asked,
    caches,
    open: (path: string) => ask(path, { mode: 'navigate' }),
    visit: (path: string, headers = {}) =>
      ask(path, { 'x-inertia': 'true', 'x-inertia-version': '1', ...headers }),
    ask,
    tell: (data: object) => hear('message', { data }),
    pages: async () => {
      const names = [...caches.keys()].filter((name) => name.startsWith('field-pages:'))
      const keys = await Promise.all(names.map((name) => caches.get(name)!.keys()))
      return keys.flat().map(({ url }) => url)
    },
    lose: () => {
      world.answer = () => {
        throw new TypeError('no signal')
      }
    },
  }
}

async function opened(paths: string[], say: () => Response = html) {
  const worker = start()
  worker.world.answer = say
  for (const path of paths) await worker.open(path)
  worker.lose()
  return worker
}

type Shown = { component: string; url: string; flash: object; props: { errors: object; keptAt: string } }

const shownIn = async (answer: Response | undefined) => (await answer!.json()) as Shown

const dataIn = async (answer: Response | undefined) =>
  JSON.parse(/application\/json">(.*?)<\/script>/.exec(await answer!.text())![1])

test.group('The worker of field screens', () => {
  test('opens without signal what was opened before, under the policy of the page, and says how old it is', async ({
    assert,
  }) => {
    const { open, world } = await opened(['/c/acme/field'])
    world.now += HOUR
    const answer = (await open('/c/acme/field'))!
    assert.equal(answer.headers.get('content-security-policy'), 'the policy')
    assert.isNull(answer.headers.get('content-length'))
    const { props } = await dataIn(answer)
    assert.deepEqual(props, { identity: { email: RAY }, errors: {}, keptAt: '2026-11-28T08:00:00.000Z' })
  })

  test('answers visits inside the page, and sends one whose screen is of another build to its own scripts', async ({
    assert,
  }) => {
    const { visit } = await opened(['/c/acme/field'])
    const answer = (await visit('/c/acme/field'))!
    assert.equal((await shownIn(answer.clone())).component, 'field/home/index')
    assert.equal(answer.headers.get('x-inertia'), 'true')
    const other = (await visit('/c/acme/field', { 'x-inertia-version': '2' }))!
    assert.deepEqual([other.status, other.headers.get('x-inertia-location')], [409, `${ORIGIN}/c/acme/field`])
  })

  test('keeps what was visited inside a page, and neither parts of it nor what was said once', async ({
    assert,
  }) => {
    const worker = await opened(['/c/acme/field'])
    worker.world.answer = () =>
      json({ props: { errors: { name: 'Give it.' } }, flash: { shownOnce: 'a secret', notice: 'Undone' } })
    await worker.visit('/c/acme/field/customers')
    await worker.visit('/c/acme/field/customers?search=ma', {
      'x-inertia-partial-component': 'field/customers/index',
    })
    worker.lose()
    assert.deepEqual(await worker.pages(), [`${ORIGIN}/c/acme/field`, `${ORIGIN}/c/acme/field/customers`])
    const { flash, props } = await shownIn(await worker.visit('/c/acme/field/customers'))
    assert.deepEqual([flash, props.errors], [{}, {}])
  })

  test('shows hostile text as data', async ({ assert }) => {
    const text = '</script><!--<script>$&$1'
    const { open } = await opened(['/c/acme/field'], () => html({ props: { name: text } }))
    const answer = (await open('/c/acme/field'))!
    assert.notInclude(await answer.clone().text(), '<!--')
    assert.equal((await dataIn(answer)).props.name, text)
  })

  for (const [what, path, said] of [
    ['the office', '/c/acme/leads', { component: 'leads/leads/index' }],
    ['another screen at the address of a field screen', '/c/acme/field', { component: 'errors/show' }],
    ['the visit of a super user', '/c/acme/field', { props: { impersonation: { userName: 'Ray' } } }],
    ['whoever is not signed in', '/c/acme/field', { email: null }],
  ] as const) {
    test(`keeps nothing of ${what}`, async ({ assert }) => {
      const { pages, caches } = await opened([path], () => html(said))
      assert.isEmpty(await pages())
      assert.isEmpty([...caches.keys()])
    })
  }

  test('forgets everything once somebody signs in or out, and what comes late after that', async ({
    assert,
  }) => {
    for (const [path, method] of [
      ['/login', 'GET'],
      ['/c/acme/session', 'DELETE'],
    ]) {
      const worker = await opened(['/c/acme/field'])
      await worker.ask(path, { method })
      worker.world.answer = () => json()
      await worker.visit('/c/acme/field/customers')
      worker.lose()
      assert.isEmpty(await worker.pages())
      assert.equal((await worker.open('/c/acme/field'))!.status, 503)
    }
  })

  test('forgets what somebody else left, whichever screen the next person opens', async ({ assert }) => {
    const first = await opened(['/c/acme/field'])
    await first.tell({ person: RAY })
    assert.lengthOf(await first.pages(), 1)
    await first.tell({ person: 'ana@acme.example' })
    assert.isEmpty(await first.pages())

    const second = await opened(['/c/acme/field'])
    second.world.answer = () => html({ email: 'ana@acme.example' })
    await second.open('/c/acme/field/customers')
    assert.deepEqual(await second.pages(), [`${ORIGIN}/c/acme/field/customers`])
  })

  test('forgets a screen that its person may not open any more, and none while the server is ill', async ({
    assert,
  }) => {
    for (const [status, left] of [
      [403, 0],
      [404, 0],
      [503, 1],
      [429, 1],
    ]) {
      const { world, visit, pages } = await opened(['/c/acme/field'])
      world.answer = () => new Response('', { status })
      await visit('/c/acme/field')
      assert.lengthOf(await pages(), left, String(status))
    }
  })

  test('shows nothing that is older than twelve hours', async ({ assert }) => {
    const { world, open, visit } = await opened(['/c/acme/field'])
    world.now += 12 * HOUR + 1
    const answer = (await open('/c/acme/field'))!
    assert.include(await answer.text(), 'No signal')
    await assert.rejects(() => visit('/c/acme/field'), 'no signal')
  })

  test('does not wait for ever where there is hardly any signal', async ({ assert }) => {
    const { world, visit } = await opened(['/c/acme/field'])
    world.answer = () => new Promise<Response>(() => {})
    assert.property((await shownIn(await visit('/c/acme/field'))).props, 'keptAt')
  })

  test('leads on from the start to field home, where that is kept', async ({ assert }) => {
    for (const path of ['/', '/c/acme']) {
      const { open } = await opened(['/c/acme/field/customers', '/c/acme/field'])
      const answer = (await open(path))!
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, `${ORIGIN}/c/acme/field`])
      await assert.rejects(() => start().open(path), 'no signal')
    }
  })

  test('leads on from a label that the camera read to its binding, where field home is kept', async ({
    assert,
  }) => {
    for (const path of ['/q/3v7k2m9f', '/Q/3V7K2M9F']) {
      const { world, open } = await opened(['/c/acme/field'])
      const answer = (await open(path))!
      const way = `${ORIGIN}/c/acme/field/bindings/new?code=${encodeURIComponent(ORIGIN + path)}`
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, way])
      await assert.rejects(() => start().open(path), 'no signal')
      world.answer = () => new Response('the page behind it')
      assert.equal(await (await open(path))!.text(), 'the page behind it')
    }
  })

  test('takes an empty form for whatever it is begun with, and no list for another', async ({ assert }) => {
    const { visit } = await opened(['/c/acme/field/bindings/new', '/c/acme/field/customers'])
    const form = await shownIn(await visit('/c/acme/field/bindings/new?code=K7Q2-9F4M'))
    assert.equal(form.url, '/c/acme/field/bindings/new?code=K7Q2-9F4M')
    await assert.rejects(() => visit('/c/acme/field/customers?search=marsh'), 'no signal')
  })

  test('keeps no more than sixty screens, the latest', async ({ assert }) => {
    const paths = Array.from({ length: 61 }, (_, at) => `/c/acme/field/customers/${at}`)
    const { pages } = await opened([...paths, paths[1]])
    const kept = await pages()
    assert.lengthOf(kept, 60)
    assert.notInclude(kept, ORIGIN + paths[0])
    assert.equal(kept.at(-1), ORIGIN + paths[1])
  })

  test('gets the first screens by itself, once an hour, with the scripts of their build', async ({
    assert,
  }) => {
    const { world, tell, asked, open, ask, lose } = start()
    world.answer = (url) =>
      url.includes('/assets/') ? new Response('code') : asked.length < 3 ? html() : json()
    const screens = [`${ORIGIN}/c/acme/field`, `${ORIGIN}/c/acme/field/customers`]
    await tell({ person: RAY, field: { ...SIGNAL, screens } })
    await tell({ person: RAY, field: { ...SIGNAL, screens } })
    assert.deepEqual(asked, ['/assets/app-1.js', '/c/acme/field', '/c/acme/field/customers'])
    lose()
    assert.equal(await (await ask('/assets/app-1.js'))!.text(), 'code')
    assert.equal((await open('/c/acme/field/customers'))!.status, 200)
    world.now += HOUR + 1
    world.answer = () => json()
    await tell({ person: RAY, field: { ...SIGNAL, screens } })
    assert.lengthOf(asked, 6)
  })

  test('keeps the scripts of the build before, so that its screens open after a release, and no others', async ({
    assert,
  }) => {
    const worker = start()
    for (const version of ['1', '2', '3']) {
      worker.world.answer = (url) =>
        url.includes('/assets/') ? new Response(`code ${version}`) : html({ version })
      await worker.open(`/c/acme/field/customers/${version}`)
      const assets = [`${ORIGIN}/assets/app-${version}.js`]
      await worker.tell({ field: { version, assets, screens: SIGNAL.screens } })
    }
    worker.lose()
    assert.equal(await (await worker.ask('/assets/app-2.js'))!.text(), 'code 2')
    assert.equal((await worker.open('/c/acme/field/customers/2'))!.status, 200)
    await assert.rejects(() => worker.ask('/assets/app-1.js')!, 'no signal')
    assert.equal((await worker.open('/c/acme/field/customers/1'))!.status, 503)
  })

  test('leaves alone what is neither', async ({ assert }) => {
    const { ask, open, visit, asked } = start()
    assert.isUndefined(await open('/c/acme/leads'))
    assert.isUndefined(await open('/c/acme/fields'))
    assert.isUndefined(await visit('/c/acme'))
    assert.isUndefined(await visit('/c/acme/customers'))
    assert.isUndefined(await ask('/c/acme/field/submissions', { method: 'POST' }))
    assert.isUndefined(await ask('/api/leads'))
    assert.isEmpty(asked)
  })
})
