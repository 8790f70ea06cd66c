import { createServer, type RequestListener } from 'node:http'
import { test } from '@japa/runner'
import { makeCompany, unique } from '#tests/factories'
import { owner } from '#tests/security/database_print'
import { send } from '#tests/security/plain_browser'
import { freePort } from '../../bin/lib/free_port.mjs'
import { Untouched } from '#tests/security/untouched'

/** What is complained of after one request to a server that does this. */
async function complaintAbout(handle: RequestListener) {
  const untouched = new Untouched()
  const server = createServer(untouched.guard(handle))
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await send('/', { port })
  server.close()
  try {
    untouched.verify()
    return null
  } catch (error) {
    return (error as Error).message
  }
}

test.group('A refused request that writes', () => {
  const rename = async () => {
    const { tenant } = await makeCompany()
    return () =>
      owner()
        .from('tenants')
        .where('id', tenant.id)
        .update({ name: unique('Renamed') })
  }

  test('is caught, whatever table it writes to', async ({ assert }) => {
    const write = await rename()
    const complaint = await complaintAbout(async (_, response) => {
      await write()
      response.writeHead(404).end('nothing here')
    })
    assert.match(complaint!, /404 GET \/: tenants/)
  })

  test('is told apart from one that writes nothing, takes a change back, or is let in', async ({
    assert,
  }) => {
    const write = await rename()
    const refused: RequestListener = (_, response) => response.writeHead(403).end()
    const takenBack: RequestListener = async (_, response) => {
      const trx = await owner().transaction()
      await trx.from('tenants').update({ name: 'Renamed' })
      await trx.rollback()
      response.writeHead(422).end()
    }
    const letIn: RequestListener = async (_, response) => {
      await write()
      response.writeHead(200).end()
    }
    for (const handle of [refused, takenBack, letIn]) assert.isNull(await complaintAbout(handle))
  })
})
