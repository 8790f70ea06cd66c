import queueConfig from '#config/queue'
import { openBus } from '#app/platform/bus/open_bus'
import { Queue } from '#app/platform/bus/queues'
import { byAge, pageIn } from '#app/platform/database/keyset_page'
import { Relay } from '#app/platform/events/relay'
import AuditSearch from '#app/audit/audit_search'
import Notification from '#app/notifications/notification'
import RecordHistory from '#app/timelines/record_history'
import User from '#app/identity/user'
import { Worker } from '#app/platform/events/worker'
import { defineEvent } from '#app/platform/events/events'
import { removeFromBroker } from '#tests/broker/remove_from_broker'
import { unique, type Company } from '#tests/factories'
import { beside, type Beside } from '#tests/bench/latencies'
import { PROBE, recordProbes, type Subjects } from '#tests/bench/timeline_rows'

const TIMES = 200
const BATCHES = 20

/** The pages that people open, through the product's own queries, and batches of the relay. */
export async function measurePages({ company, leadIds }: Subjects): Promise<Record<string, Beside>> {
  const { admin, tenant, inside } = company
  const reader = await inside(() => User.withRights().where('id', admin.user.id).firstOrFail())
  const history = (at: number, after?: string) =>
    new RecordHistory({ subject: 'leads', record: { id: leadIds[at % leadIds.length] } }, reader, 'UTC').page(
      after
    )
  const audit = (after?: string) => new AuditSearch({ id: tenant.id, timeZone: 'UTC' }, {}).page(after)
  const inbox = (after?: string) =>
    pageIn<Notification>(Notification.in('inbox', reader), byAge<Notification>(), {
      sort: '-createdAt',
      limit: 25,
      after,
    })
  const second = <Row>(page: { rows: Row[]; nextCursor: string | null }) => page.nextCursor!
  const [oldAudit, oldInbox] = await inside(async () => [await deep(audit), await deep(inbox)])
  const look = () => inside(() => User.findOrFail(admin.user.id))
  const measure = (work: (at: number) => Promise<unknown>) =>
    beside(look, (at) => inside(() => work(at)), TIMES)
  return {
    'history of a lead': await measure((at) => history(at)),
    'its second page': await measure(async (at) => history(at, second(await history(at)))),
    'audit log': await measure(() => audit()),
    'audit log, far back': await measure(() => audit(oldAudit)),
    inbox: await measure(() => inbox()),
    'inbox, far back': await measure(() => inbox(oldInbox)),
    'unread in the inbox': await measure(() => Notification.unreadOf(reader)),
    'relay, a thousand events': await measureRelay(company, look),
  }
}

async function deep(page: (after?: string) => Promise<{ nextCursor: string | null }>) {
  let after: string | undefined
  for (let at = 0; at < 40; at++) after = (await page(after)).nextCursor ?? after
  return after
}

/** Batches of a thousand events of today, to a real broker. */
async function measureRelay(company: Company, look: () => Promise<unknown>) {
  const prefix = unique('bench')
  const queue = new Queue('timeline', [TimelineWorker])
  const bus = await openBus({ driver: 'rabbitmq', amqpUrl: process.env.AMQP_URL!, prefix })
  const relay = new Relay(bus, [queue])
  await queue.declareOn(bus)
  for (let batch = 0; batch < BATCHES; batch++) await recordProbes(company, 1000)
  const page = await beside(look, () => relay.takeTurn(0), BATCHES)
  await bus.close()
  await removeFromBroker(process.env.AMQP_URL!, prefix, ['timeline'], queueConfig.ladder)
  return page
}

class TimelineWorker extends Worker {
  static queue = 'timeline'
  static subscribes = [defineEvent(PROBE)]

  async handle() {}
}
