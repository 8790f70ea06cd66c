import { test } from '@japa/runner'
import { openConnection } from '#plugins/crm/connection'
import { itIsACrm, Overheard } from '#plugins/crm/conformance'
import { CrmNeedsReconnectError, CrmRateLimitedError, CrmUnavailableError } from '#plugins/crm/errors'
import ExampleCrm from '#plugins/crm/example/adapter'
import { ExampleServer, TOKEN } from '#tests/contract/example/server'

const servers: ExampleServer[] = []

async function connect(token = TOKEN, values?: string[]) {
  const server = await ExampleServer.start()
  servers.push(server)
  const host = server.url
  const privateHost = new URL(host).host
  const { carry, lastHeaders } = new Overheard()
  const way = { host, settings: { token }, country: 'US', values, privateHost, carry }
  const adapter = new ExampleCrm(openConnection(way))
  return { server, adapter, lastHeaders }
}

itIsACrm('example', async () => {
  const { adapter, lastHeaders } = await connect(TOKEN, ['shoe_size'])
  return { adapter, lastHeaders, ownField: 'shoe_size', within: (work) => work() }
})

test.group('Example', (group) => {
  group.teardown(async () => {
    for (const server of servers.splice(0)) await server.stop()
  })

  const faults: [string, Parameters<ExampleServer['next']>[0], new (...given: never[]) => Error][] = [
    ['a token that is not taken', { status: 401 }, CrmNeedsReconnectError],
    ['too many requests', { status: 429, headers: { 'retry-after': '7' } }, CrmRateLimitedError],
    ['a failure of its own', { status: 502 }, CrmUnavailableError],
    ['a connection that breaks before the answer', { cut: 'before' }, CrmUnavailableError],
    ['half an answer', { cut: 'half' }, CrmUnavailableError],
  ]
  for (const [what, fault, expected] of faults) {
    test(`${what} is told in the words of the contract`, async ({ assert }) => {
      const { server, adapter } = await connect()
      server.next(fault)
      assert.instanceOf(await adapter.search({ by: 'name', value: 'ann' }).catch((error) => error), expected)
    })
  }
})
