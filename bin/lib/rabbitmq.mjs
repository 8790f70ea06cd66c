import { probeAmqp } from './amqp_probe.mjs'
import { Problem } from './problem.mjs'
import { containerEngine, startRabbitContainer } from './rabbitmq_container.mjs'
import { installedRabbit } from './rabbitmq_home.mjs'
import { startRabbitNode } from './rabbitmq_node.mjs'
import { hasDebianTools, unpackedRabbit } from './rabbitmq_packages.mjs'

const LOCAL = 'amqp://guest:guest@127.0.0.1:5672'

/**
 * A real RabbitMQ: the one that runs already (unless `isPrivate`: faults need one that may be killed), an installed
 * one, Debian's packages unpacked into `cache`, or a container. Resolves to { url, kind, stop(), kill(), restart() };
 * a broker that was not started here can only be left alone, and has no kill() and restart().
 */
export async function startRabbit({ cache, env = process.env, isPrivate = false, port, say = () => {} }) {
  const running = isPrivate ? undefined : await runningRabbit(env, say)
  if (running) return { url: running, kind: 'running', stop: async () => {} }

  const reasons = []
  for (const [kind, start] of ways({ cache, port, say })) {
    try {
      const broker = await start()
      if (broker) return { kind, ...broker }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      reasons.push(error.message)
      say(`RabbitMQ: ${error.message}`)
    }
  }
  throw new Problem(
    'E_NO_RABBITMQ',
    `There is no RabbitMQ: install the package rabbitmq-server, start Docker, or set AMQP_URL. ${reasons.join(' ')}`.trim()
  )
}

async function runningRabbit(env, say) {
  if (env.AMQP_URL) {
    const answer = await probeAmqp(env.AMQP_URL)
    if (answer !== 'ready') say(`WARNING: the broker at AMQP_URL is ${answer}; using another one`)
    return answer === 'ready' ? env.AMQP_URL : undefined
  }
  return (await probeAmqp(LOCAL)) === 'ready' ? LOCAL : undefined
}

function ways({ cache, port, say }) {
  return [
    [
      'installed',
      async () => {
        const home = installedRabbit()
        return home && startRabbitNode({ home, port })
      },
    ],
    [
      'unpacked',
      async () => {
        if (!hasDebianTools()) return undefined
        const root = await unpackedRabbit({ cache, say })
        return startRabbitNode({ home: installedRabbit(root), root, port })
      },
    ],
    [
      'container',
      async () => {
        const engine = await containerEngine()
        return engine && startRabbitContainer({ engine, port, say })
      },
    ],
  ]
}
