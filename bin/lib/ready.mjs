import { existsSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './narrate.mjs'
import { Problem } from './problem.mjs'

const PATIENCE = 120_000
const FALLS = 3

/** Waits until the web process finds all it needs and the others have said that they are ready. */
export async function waitUntilReady({ settings, web, background, signal }) {
  const deadline = Date.now() + PATIENCE
  let answer = await askHealth(settings)
  while (answer.status !== 200 || !background.every(({ isReady }) => isReady)) {
    signal.throwIfAborted()
    const fallen = [web, ...background].find(({ falls }) => falls >= FALLS)
    if (fallen || Date.now() > deadline) {
      const slow = background.find(({ isReady }) => !isReady)
      throw new Problem('E_NOT_READY', notReady(answer, fallen ?? (answer.status === 200 ? slow : web)))
    }
    await sleep(100)
    answer = await askHealth(settings)
  }
}

export function sayReady({ settings }) {
  say(`Latchkey is ready at ${settings.APP_URL}`)
  say(
    settings.QUEUE_DRIVER === 'rabbitmq'
      ? `Bus: rabbitmq at ${new URL(settings.AMQP_URL).host}`
      : 'Bus: embedded (in PostgreSQL; set AMQP_URL for RabbitMQ)'
  )
  const logins = readLogins(settings)
  const width = (field) => Math.max(...logins.map((login) => login[field].length))
  for (const { persona, email, password, url } of logins) {
    say(
      `${persona.padEnd(width('persona'))}  ${email.padEnd(width('email'))}  ${password.padEnd(width('password'))}  ${url}`
    )
  }
}

/** Where this machine reaches the web process: a wildcard address is no place to connect to. */
export function localAddress({ HOST, PORT }) {
  const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[HOST] ?? HOST
  return { host, port: Number(PORT) }
}

function askHealth(settings) {
  return new Promise((resolve) => {
    const request = get({ ...localAddress(settings), path: '/health/ready', timeout: 10_000 }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode, body }))
      response.on('error', () => resolve({ status: 0, body: '' }))
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve({ status: 0, body: '' }))
  })
}

function notReady({ body }, { name, log }) {
  const checks = failedChecks(body)
  if (checks) {
    return `Latchkey is not ready: ${checks} (${log.path})`
  } else {
    return `The ${name} process does not start: ${log.lastFailure ?? 'it does not answer'} (${log.path})`
  }
}

function failedChecks(body) {
  try {
    const failed = JSON.parse(body).checks.filter(({ status }) => status === 'error')
    return failed.map(({ name, message }) => `${name}: ${message}`).join('; ')
  } catch {
    return ''
  }
}

// The address may be another one than when the demo was written.
function readLogins({ DATA_DIR, APP_URL }) {
  const path = join(DATA_DIR, 'demo_logins.json')
  const logins = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  return logins.map((login) => ({ ...login, url: APP_URL + new URL(login.url).pathname }))
}
