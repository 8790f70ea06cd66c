import { probeAmqp } from './amqp_probe.mjs'
import { Problem } from './problem.mjs'

/** Refuses to start on a broker that is not there or does not let us in. */
export async function requireBroker({ QUEUE_DRIVER, AMQP_URL }) {
  if (QUEUE_DRIVER !== 'rabbitmq') return

  const { host, username } = new URL(AMQP_URL)
  const answer = await probeAmqp(AMQP_URL, 10_000)
  if (answer === 'absent') {
    throw new Problem('E_BROKER', `AMQP_URL: no RabbitMQ answers at ${host}: start it or correct the URL`)
  } else if (answer === 'refused') {
    throw new Problem(
      'E_BROKER',
      `AMQP_URL: RabbitMQ at ${host} does not let ${username || 'guest'} in: correct user, password or virtual host`
    )
  }
}
