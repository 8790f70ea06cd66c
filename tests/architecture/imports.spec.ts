import { test } from '@japa/runner'
import { domainOf, sourceFiles, type SourceFile } from '#tests/architecture/source'

const LISTENERS = ['notifications', 'webhooks', 'reports', 'audit']
const FOUNDATION = ['platform', 'tenancy', 'access', 'access_tokens', 'identity']
const SAFE_HTTP = /^app\/platform\/outbound\/safe_http(_[a-z]+)?(\.ts)?$/
/** Takes requests and makes none. */
const LISTENER = 'app/platform/http/node_server.ts'
const VENDORS =
  /\b(hubspot|salesforce|twilio|stripe|whatsapp|mailchimp|calendly|docusign|pandadoc|ringcentral|tiktok|openai)\b/i

const app = sourceFiles('app')
const plugins = sourceFiles('plugins')
const everywhere = [...app, ...plugins, ...sourceFiles('config', 'start', 'database')]

const offences = (files: SourceFile[], isWrong: (file: SourceFile, target: string) => boolean | undefined) =>
  files.flatMap((file) =>
    file.imports
      .filter((one) => !one.isType && isWrong(file, one.target))
      .map((one) => `${file.path} -> ${one.target}`)
  )

const isReader = (path: string) =>
  /\/controllers\/|_transformer\.ts$|\/routes\.ts$|_middleware\.ts$/.test(path)

test.group('Who may import whom', () => {
  test('platform imports nothing of a domain', ({ assert }) => {
    const found = offences(
      app,
      ({ path }, target) =>
        domainOf(path) === 'platform' && !['platform', undefined].includes(domainOf(target))
    )
    assert.deepEqual(found, [])
  })

  test('each part of the foundation imports only those below it', ({ assert }) => {
    const allowed: Record<string, string[]> = {
      tenancy: ['platform', 'tenancy'],
      access: ['platform', 'tenancy', 'access'],
      access_tokens: ['platform', 'access', 'access_tokens'],
      identity: FOUNDATION,
      sign_in: [...FOUNDATION, 'sign_in'],
      two_factor: [...FOUNDATION, 'sign_in', 'two_factor'],
      registrations: [...FOUNDATION, 'sign_in', 'registrations'],
    }
    const found = offences(app, ({ path }, target) => {
      const [from, to] = [domainOf(path)!, domainOf(target)]
      return !isReader(path) && from in allowed && to !== undefined && !allowed[from].includes(to)
    })
    assert.deepEqual(found, [])
  })

  test('what reaches a customer knows nothing of internal notes', ({ assert }) => {
    const found = offences(
      app,
      ({ path }, target) =>
        ['requests', 'messages', 'notifications', 'deliveries', 'message_templates'].includes(
          domainOf(path)!
        ) && domainOf(target) === 'notes'
    )
    assert.deepEqual(found, [])
  })

  test('nobody imports the listeners, but one hears what another tells', ({ assert }) => {
    const found = offences(app, ({ path }, target) => {
      const to = domainOf(target)
      const from = domainOf(path)!
      const isHeard = LISTENERS.includes(from) && /_events(\.ts)?$/.test(target)
      return to !== undefined && LISTENERS.includes(to) && from !== to && !isHeard && !isReader(path)
    })
    assert.deepEqual(found, [])
  })

  test('models, workers and policies of the domains import each other without a circle', ({ assert }) => {
    const graph = new Map<string, Set<string>>()
    for (const file of app.filter(({ path }) => !isReader(path))) {
      const from = domainOf(file.path)!
      for (const { target, isType } of file.imports) {
        const to = domainOf(target)
        if (!isType && to && to !== from) graph.set(from, (graph.get(from) ?? new Set()).add(to))
      }
    }
    assert.isUndefined(circleIn(graph)?.join(' -> '))
  })

  test('the app imports a plugin family by its contract, manager, errors and verdict, never a vendor', ({
    assert,
  }) => {
    const found = offences(
      app,
      (_, target) =>
        target.startsWith('plugins/') && !/^plugins\/[^/]+\/(contract|manager|errors|verdict)$/.test(target)
    )
    assert.deepEqual(found, [])
  })

  test('a plugin imports its own family and the safe HTTP client, and only the native CRM reads the app', ({
    assert,
  }) => {
    const found = offences(plugins, ({ path }, target) => {
      const family = path.split('/').slice(0, 2).join('/')
      const isForeignFamily = target.startsWith('plugins/') && !target.startsWith(`${family}/`)
      const isApp =
        target.startsWith('app/') && !SAFE_HTTP.test(target) && !path.startsWith('plugins/crm/native/')
      return isForeignFamily || isApp
    })
    assert.deepEqual(found, [])
  })
})

test.group('What lives in one place', () => {
  for (const [library, home] of [
    ['rabbitmq-client', /^app\/platform\/bus\/rabbitmq_[a-z_]+\.ts$/],
    ['pg-boss', /^app\/platform\/timers\/boss\.ts$/],
  ] as const) {
    test(`${library} is imported by one file`, ({ assert }) => {
      const users = everywhere.filter(({ imports }) =>
        imports.some(({ target, isType }) => !isType && target === library)
      )
      assert.lengthOf(users, 1, users.map(({ path }) => path).join())
      for (const { path } of users) assert.match(path, home)
    })
  }

  test('nothing but the safe HTTP client makes requests to the outside', ({ assert }) => {
    const callers = everywhere.filter(
      ({ path, text }) =>
        /(?<![.\w])fetch\(|^import (?!type).*'node:https?'|undici|axios/m.test(text) &&
        !SAFE_HTTP.test(path) &&
        path !== LISTENER
    )
    assert.deepEqual(
      callers.map(({ path }) => path),
      []
    )
  })

  test('vendors are named in plugins and config only', ({ assert }) => {
    const naming = everywhere.filter(
      ({ path, text }) => !/^(plugins|config)\//.test(path) && VENDORS.test(text)
    )
    assert.deepEqual(
      naming.map(({ path }) => path),
      []
    )
  })
})

test.group('Names and sizes', () => {
  test('files are snake_case', ({ assert }) => {
    assert.deepEqual(
      everywhere.filter(({ path }) => !/^[a-z0-9_/.]+$/.test(path)).map(({ path }) => path),
      []
    )
  })

  test('controllers have the seven actions only and stay under 110 lines', ({ assert }) => {
    const actions = ['index', 'create', 'store', 'show', 'edit', 'update', 'destroy']
    for (const { path, text } of app.filter((file) => file.path.endsWith('_controller.ts'))) {
      const found = [...text.matchAll(/^ {2}(?:async )?([a-zA-Z]\w*)\(.*\{$/gm)].map(([, name]) => name)
      assert.includeMembers(actions, found, path)
      assert.isAtMost(text.split('\n').length, 110, path)
    }
  })

  test('domains are flat: only controllers/ is a subfolder, and the platform has one folder for each part', ({
    assert,
  }) => {
    const deep = app.filter(
      ({ path }) =>
        path.split('/').length > 3 &&
        !/^app\/([a-z_]+\/(controllers|commands)|platform\/[a-z_]+)\/[^/]+$/.test(path)
    )
    assert.deepEqual(
      deep.map(({ path }) => path),
      []
    )
  })
})

function circleIn(graph: Map<string, Set<string>>): string[] | undefined {
  const settled = new Set<string>()
  const walk = (node: string, trail: string[]): string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node]
    if (settled.has(node)) return undefined
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...trail, node])
      if (circle) return circle
    }
    settled.add(node)
    return undefined
  }
  for (const node of graph.keys()) {
    const circle = walk(node, [])
    if (circle) return circle
  }
  return undefined
}
