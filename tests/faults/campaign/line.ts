import { connect, createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'

type Pair = { near: Socket; far: Socket }

/** A TCP line to a server that can be cut, half closed, slowed down and stopped, while both ends are healthy. */
export class Line {
  #pairs = new Set<Pair>()
  #delay = 0
  #isStuck = false
  #server: Server

  private constructor(private target: () => number) {
    this.#server = createServer({ allowHalfOpen: true }, (near) => this.#join(near))
  }

  static async open(target: () => number) {
    const line = new Line(target)
    line.#server.listen(0, '127.0.0.1')
    await once(line.#server, 'listening')
    return line
  }

  get port() {
    const address = this.#server.address()
    return typeof address === 'object' ? address!.port : 0
  }

  /** The same address, over this line. */
  over(url: string) {
    const own = new URL(url)
    own.host = `127.0.0.1:${this.port}`
    return own.href
  }

  /** Ends some of the connections with a reset: `share` of 1 is all of them. */
  cut(chosen: () => boolean) {
    for (const { near, far } of this.#pairs) {
      if (!chosen()) continue
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
  }

  /** One side hears that the other has finished, and may go on talking. */
  halfClose(side: 'near' | 'far', chosen: () => boolean) {
    for (const pair of this.#pairs) if (chosen()) pair[side].end()
  }

  slow(milliseconds: number) {
    this.#delay = milliseconds
  }

  /** Nothing gets through, and nobody is told. */
  stick() {
    this.#isStuck = true
  }

  /** What was stuck is lost with its connection. */
  clear() {
    this.#delay = 0
    if (this.#isStuck) this.cut(() => true)
    this.#isStuck = false
  }

  close() {
    this.cut(() => true)
    this.#server.close()
  }

  #join(near: Socket) {
    const far = connect({ port: this.target(), host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    near.setNoDelay(true)
    const pair = { near, far }
    this.#pairs.add(pair)
    this.#carry(near, far)
    this.#carry(far, near)
    for (const socket of [near, far]) {
      socket.on('error', () => this.#drop(pair))
      socket.on('close', () => this.#drop(pair))
    }
  }

  #carry(from: Socket, to: Socket) {
    let inOrder = Promise.resolve()
    const later = (step: () => void) => {
      const due = Date.now() + this.#delay
      inOrder = inOrder.then(async () => {
        const wait = due - Date.now()
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
        step()
      })
    }
    from.on('data', (chunk) => {
      if (!this.#isStuck) later(() => to.writable && to.write(chunk))
    })
    from.on('end', () => {
      if (!this.#isStuck) later(() => to.writable && to.end())
    })
  }

  #drop(pair: Pair) {
    this.#pairs.delete(pair)
    pair.near.destroy()
    pair.far.destroy()
  }
}
