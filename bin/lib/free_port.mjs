import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below those that Linux, macOS and Windows lend to outgoing connections: of them one that is free now may be lent
// to any process before the one that it was chosen for listens.
const LOWEST = 20_000
const HIGHEST = 32_767
const TRIES = 100

/** A TCP port that nobody uses now on this host, and that no outgoing connection will take. */
export async function freePort(host = '127.0.0.1') {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(LOWEST, HIGHEST + 1)
    if (await isPortFree(port, host)) return port
  }
  throw new Error(`No port between ${LOWEST} and ${HIGHEST} is free on ${host}.`)
}

export function isPortFree(port, host = '127.0.0.1') {
  return whyPortFails(port, host).then((code) => code === undefined)
}

/** The system's word (EADDRINUSE, EACCES, …) for why nobody can listen there, or undefined when one can. */
export function whyPortFails(port, host) {
  return listenOnce(port, host).then(
    () => undefined,
    (error) => error.code
  )
}

function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()))
  })
}
