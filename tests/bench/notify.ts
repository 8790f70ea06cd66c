import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { openMailSink } from '#tests/bench/mail_sink'
import { UNLIMITED } from '#tests/bench/http_load'
import { atRate, percentile, summary } from '#tests/bench/latencies'
import { MailedLeads, makePrograms } from '#tests/bench/mailed_leads'
import { bootApp } from '#tests/boot'
import { endProcess } from '#tests/end_process'
import { Product } from '#tests/product'
import { until } from '#tests/until'

const LEADS = { perSecond: 50, seconds: 20, within: 1000 }
const EVENTS = { perSecond: 1000, seconds: 20, within: 100, together: 10 }
const COMPANIES = 4
const WARM_UP = 5

/**
 * How soon a lead that a program sends is in the customer's mail server, and an event at its consumer. The ratio is the goal
 * by the p99 of whichever is further from it.
 */
export default {
  name: 'notify',
  goal: 1,

  async run() {
    const app = await bootApp()
    const mails = await measureMails()
    const events = await measureEvents()
    await app.terminate()
    return {
      ratio: Math.min(LEADS.within / percentile(mails, 0.99), EVENTS.within / percentile(events, 0.99)),
      details: {
        'milliseconds from the request to the mail server': { perSecond: LEADS.perSecond, ...summary(mails) },
        'milliseconds from the event to its consumer': { perSecond: EVENTS.perSecond, ...summary(events) },
      },
    }
  },
}

async function measureMails() {
  const leads = new MailedLeads()
  const sink = await openMailSink(leads.heard)
  const { tokens } = await makePrograms()
  const product = await Product.start({
    driver: 'rabbitmq',
    processes: ['web', 'relay', 'worker'],
    env: UNLIMITED,
  })
  const send = async (at: number) => (await leads.send(product.url, tokens[at % tokens.length])).mailed
  try {
    await atRate(LEADS.perSecond, WARM_UP, send)
    const times: number[] = []
    await atRate(LEADS.perSecond, LEADS.seconds, async (at) => times.push(await send(at)))
    return times
  } finally {
    await product.stop()
    await sink.close()
  }
}

async function measureEvents() {
  const { unique } = await import('#tests/factories')
  const { defineEvent } = await import('#app/platform/events/events')
  const { newId } = await import('#app/platform/ids')
  const { makeCompany } = await import('#tests/factories')
  const { removeFromBroker } = await import('#tests/broker/remove_from_broker')
  const { default: queueConfig } = await import('#config/queue')
  const prefix = unique('bench')
  const eventName = `probe.${prefix.replace('-', '_')}`
  const companies = await Promise.all(Array.from({ length: COMPANIES }, () => makeCompany()))
  const times: number[] = []
  const children = ['relay', 'worker'].map((role) => {
    const words = ['--import=./tests/from_build.mjs', 'tests/bench/notify_side.ts', role, prefix, eventName]
    const env = { ...process.env, NODE_ENV: 'production', QUEUE_DRIVER: 'rabbitmq' }
    return spawn(process.execPath, words, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  })
  await Promise.all(children.map((child) => once(child, 'message')))
  children[1].on('message', (more: number[]) => times.push(...more))
  const Probed = defineEvent<{ at: number }>(eventName)
  const record = (at: number) =>
    companies[at % companies.length].inside(async () => {
      for (let one = 0; one < EVENTS.together; one++) await Probed.record({ id: newId() }, { at: Date.now() })
    })
  const units = EVENTS.perSecond / EVENTS.together
  await atRate(units, WARM_UP, record)
  await until(() => times.length === WARM_UP * EVENTS.perSecond, { within: 60_000 })
  times.length = 0
  await atRate(units, EVENTS.seconds, record)
  await until(() => times.length === EVENTS.seconds * EVENTS.perSecond, { within: 60_000 })
  await Promise.all(children.map((child) => endProcess(child)))
  await removeFromBroker(process.env.AMQP_URL!, prefix, ['notify'], queueConfig.ladder)
  return times
}
