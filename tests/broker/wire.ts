import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP wire to somewhere, which can be cut. */
export class Wire {
  #sockets = new Set<Socket>()
  #server = createServer((near) => {
    const far = connect({
      host: this.target.hostname.replace(/^\[|\]$/g, ''),
      port: Number(this.target.port),
    })
    for (const socket of [near, far]) {
      this.#sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.once('close', () => {
        this.#sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })

  private constructor(private target: URL) {}

  static async to(url: string) {
    const target = new URL(url)
    target.port ||= '5672'
    const wire = new Wire(target)
    wire.#server.listen(0, '127.0.0.1')
    await once(wire.#server, 'listening')
    return wire
  }

  get url() {
    const url = new URL(this.target)
    url.hostname = '127.0.0.1'
    url.port = String((this.#server.address() as AddressInfo).port)
    return url.href
  }

  cut() {
    for (const socket of this.#sockets) socket.destroy()
  }

  close() {
    this.cut()
    this.#server.close()
  }
}
