import 'reflect-metadata'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ignitor } from '@adonisjs/core'

// A relay or a worker of the build, as in production; the worker has the effect that the limit has.
const [role, prefix, eventName, effect] = process.argv.slice(2)
const root = pathToFileURL(`${process.env.PRODUCT_BUILD}/`)
const fromBuild = (path: string) => import(pathToFileURL(join(process.env.PRODUCT_BUILD!, `${path}.js`)).href)

const ignitor = new Ignitor(root, {
  importer: (path) => import(path.startsWith('.') ? new URL(path, root).href : path),
})
const app = ignitor.createApp('console')
app.booting(() => fromBuild('start/env'))
await app.init()
await app.boot()
await app.start(() => {})

const { default: db } = await import('@adonisjs/lucid/services/db')
const { openBus }: typeof import('#app/platform/open_bus') = await fromBuild('app/platform/open_bus')
const { Queue }: typeof import('#app/platform/queues') = await fromBuild('app/platform/queues')
const { Relay }: typeof import('#app/platform/relay') = await fromBuild('app/platform/relay')
const { Worker }: typeof import('#app/platform/worker') = await fromBuild('app/platform/worker')
const { defineEvent }: typeof import('#app/platform/events') = await fromBuild('app/platform/events')

class FanoutWorker extends Worker {
  static queue = 'fanout'
  static subscribes = [defineEvent(eventName)]

  async handle({ id }: { id: string }) {
    await db.rawQuery(effect, [id])
  }
}

const queue = new Queue('fanout', [FanoutWorker])
const bus = await openBus({ prefix })
if (role === 'relay') {
  const relay = new Relay(bus, [queue])
  app.terminating(() => relay.stop())
  await relay.start()
} else {
  await queue.consumeFrom(bus, 8)
}
app.terminating(() => bus.close())
process.once('SIGTERM', () => void app.terminate().then(() => process.exit()))
