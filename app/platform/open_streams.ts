import type { ServerResponse } from 'node:http'

/** The answers that never end by themselves. A server that closes waits for them, so they are cut off first. */
export class OpenStreams {
  #responses = new Set<ServerResponse>()

  add(response: ServerResponse) {
    this.#responses.add(response)
    response.once('close', () => this.#responses.delete(response))
  }

  cut() {
    for (const response of this.#responses) response.destroy()
  }
}
