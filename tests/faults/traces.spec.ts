import { test } from '@japa/runner'
import AccessToken from '#app/access_tokens/access_token'
import db from '@adonisjs/lucid/services/db'
import queueConfig from '#config/queue'
import { workers } from '#start/workers'
import { removeFromBroker } from '#tests/broker/remove_from_broker'
import { makeCompany } from '#tests/factories'
import { MailServer } from '#tests/mail_server'
import { Product } from '#tests/product'
import { TraceCollector, type CollectedSpan } from '#tests/trace_collector'
import { until } from '#tests/until'

const FOREIGN = '4bf92f3577b34da6a3ce929d0e0e4736'

// That either bus carries a trace is promised by their conformance.
const DRIVERS = process.env.FAULTS === 'all' ? (['rabbitmq', 'embedded'] as const) : (['rabbitmq'] as const)

test.group('Traces', () => {
  for (const driver of DRIVERS)
    test(`one request of a lead is one trace, from HTTP to the mail that follows (${driver})`, async ({
      assert,
      cleanup,
    }) => {
      const [mails, collector] = [await new MailServer().open(), await new TraceCollector().open()]
      const product = await Product.start({
        driver,
        env: {
          OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
          OTEL_EXPORTER_OTLP_HEADERS: 'x-collector=open-sesame',
          OTEL_BSP_SCHEDULE_DELAY: '200',
        },
      })
      cleanup(async () => {
        await product.stop()
        await Promise.all([mails.close(), collector.close()])
        const { QUEUE_PREFIX: prefix } = product.env
        if (driver === 'rabbitmq')
          await removeFromBroker(process.env.AMQP_URL!, prefix!, Object.keys(workers), queueConfig.ladder)
      })
      const { admin, inside, tenant } = await makeCompany()
      mails.onRecipient = { code: 450, message: 'Try again later' }
      const token = await inside(() => AccessToken.mint(admin.user, 'Trace'))
      const contact = {
        contactName: 'Ann Canary',
        contactEmail: 'ann.canary@example.com',
        contactPhone: null,
      }
      const answer = await fetch(`${product.url}/api/leads`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          traceparent: `00-${FOREIGN}-00f067aa0ba902b7-01`,
        },
        body: JSON.stringify({ ...contact, summary: 'The canary drips' }),
      })
      assert.equal(answer.status, 201, await answer.clone().text())
      // The first try is refused; the next one would be in half a minute.
      const retries = () =>
        db
          .connection('system')
          .from('pgboss.job')
          .whereRaw(`data ->> 'timer' = 'delivery_retry' and data ->> 'tenantId' = ?`, [tenant.id])
      await until(async () => (await retries()).length > 1, {
        within: 30_000,
        what: 'both mails are to be tried again',
      })
      mails.onRecipient = undefined
      await retries().where('state', 'created').update({ start_after: new Date() })
      await until(() => mails.received.some(({ to }) => to.includes(contact.contactEmail)), {
        within: 30_000,
        what: 'the customer has the mail',
      })

      const find = (name: string, process: string, traceId?: string) =>
        collector.spans.find(
          (span) => span.name === name && span.process === process && (!traceId || span.traceId === traceId)
        )
      await until(() => find('POST /api/leads', 'web'))
      const { traceId } = find('POST /api/leads', 'web')!
      await until(() => find('send delivery', 'worker', traceId), {
        within: 30_000,
        what: 'its sending is told',
      })
      assert.notEqual(traceId, FOREIGN)

      const pathTo = (span?: CollectedSpan): string[] =>
        span
          ? [
              ...pathTo(collector.spans.find(({ spanId }) => spanId === span.parentSpanId)),
              `${span.process}: ${span.name}`,
            ]
          : []
      const path = [
        'web: POST /api/leads',
        'web: record lead.created',
        'relay: publish lead.created',
        'worker: consume lead.created',
      ]
      const sent = () => pathTo(find('send delivery', 'worker', traceId))
      // Each process tells of its own when it likes.
      await until(() => sent()[0] === path[0], { what: 'all above the sending is told' })
      assert.deepEqual(sent().slice(0, 4), path)
      assert.equal(find('POST /api/leads', 'web')!.attributes['http.response.status_code'], 201)

      const retry = () => find('timer delivery_retry', 'scheduler', traceId)
      const nextTry = () =>
        collector.spans.some((one) => one.name === 'send delivery' && one.parentSpanId === retry()?.spanId)
      await until(() => retry() && nextTry(), { what: 'the next try follows from the first' })
      const statements = () =>
        collector.spans
          .filter((one) => one.attributes['db.system.name'] && one.traceId === traceId)
          .map(({ name, process }) => `${process}: ${name}`)
      const wanted = ['web: INSERT leads', 'worker: UPDATE deliveries', 'worker: BEGIN']
      await until(() => wanted.every((name) => statements().includes(name))).catch(() => {})
      assert.includeMembers(statements(), wanted)

      const said = JSON.stringify(collector.spans)
      for (const secret of ['anary', token, admin.identity.email]) assert.notInclude(said, secret)
      assert.isTrue(collector.headers.every((headers) => headers['x-collector'] === 'open-sesame'))
    }).timeout(120_000)
})
