import { createServer } from 'node:net'

/** A TCP port that nobody uses now on this host. */
export function freePort(host = '127.0.0.1') {
  return listenOnce(0, host)
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
    server.listen({ port, host, exclusive: true }, () => {
      const chosen = server.address().port
      server.close(() => resolve(chosen))
    })
  })
}
