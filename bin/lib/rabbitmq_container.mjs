import { execFile } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { probeAmqp } from './amqp_probe.mjs'
import { freePort } from './free_port.mjs'
import { Problem } from './problem.mjs'

const run = promisify(execFile)
const IMAGE = 'docker.io/library/rabbitmq:4-alpine'

/** The container engine that answers here, or undefined. */
export async function containerEngine() {
  for (const engine of ['docker', 'podman']) {
    try {
      await run(engine, ['info'], { timeout: 10_000 })
      return engine
    } catch {
      continue
    }
  }
  return undefined
}

export async function startRabbitContainer({ engine, port, say }) {
  const chosen = port ?? (await freePort())
  const url = `amqp://guest:guest@127.0.0.1:${chosen}`
  const name = `latchkey-rabbitmq-${chosen}`
  const call = (...args) => run(engine, args, { timeout: 300_000 })

  say(`starting ${IMAGE} with ${engine}`)
  try {
    // guest may only come from loopback, which the engine's own network is not.
    await call(
      'run',
      '-d',
      '--name',
      name,
      '-p',
      `127.0.0.1:${chosen}:5672`,
      '-e',
      'RABBITMQ_DEFAULT_USER=guest',
      '-e',
      'RABBITMQ_DEFAULT_PASS=guest',
      IMAGE
    )
  } catch (error) {
    throw new Problem(
      'E_CONTAINER',
      `${engine} could not run ${IMAGE}: ${error.stderr?.trim().split('\n').at(-1) ?? error.message}`
    )
  }
  const stop = () => call('rm', '-f', '-v', name).then(() => {})
  const ready = async () => {
    const deadline = Date.now() + 60_000
    while ((await probeAmqp(url)) !== 'ready') {
      if (Date.now() > deadline) {
        await stop()
        throw new Problem('E_CONTAINER', `RabbitMQ did not get ready in the container ${name}.`)
      }
      await sleep(200)
    }
  }
  await ready()
  return {
    url,
    stop,
    kill: () => call('kill', name).then(() => {}),
    restart: () => call('start', name).then(ready),
  }
}
