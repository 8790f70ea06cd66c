import type { ServerResponse } from 'node:http'

/** Tells every web process whose streams end now: `live.tell(STREAMS_CHANNEL, { cut: id })`. */
export const STREAMS_CHANNEL = 'streams'

/**
 * The answers that never end by themselves. They are cut off before a server closes, which would wait for them; and when
 * the person, company or visit is gone whose they are: the browser asks again at once, and is refused.
 */
export class OpenStreams {
  #responses = new Map<string, ServerResponse>()
  #dependents = new Map<string, Set<string>>()

  add(stream: string, response: ServerResponse) {
    this.#responses.set(stream, response)
    response.once('close', () => this.#forget(stream))
  }

  /** The stream lasts no longer than what this id stands for. */
  depends(stream: string, id: string) {
    this.#dependents.set(id, (this.#dependents.get(id) ?? new Set()).add(stream))
  }

  cutAll() {
    for (const response of this.#responses.values()) response.destroy()
  }

  cut(id: string) {
    for (const stream of this.#dependents.get(id) ?? []) this.#responses.get(stream)?.destroy()
    this.#dependents.delete(id)
  }

  #forget(stream: string) {
    this.#responses.delete(stream)
    for (const [id, streams] of this.#dependents) {
      streams.delete(stream)
      if (streams.size === 0) this.#dependents.delete(id)
    }
  }
}
