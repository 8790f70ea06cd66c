import type { ServerResponse } from 'node:http'
import type { News } from '#app/platform/live/live'

/**
 * Tells every web process which stream hears a channel from now on (`follow`), and whose streams end:
 * `live.tell(STREAMS_CHANNEL, { cut: id })`.
 */
export const STREAMS_CHANNEL = 'streams'

type Channels = {
  subscribe(params: {
    uid: string
    channel: string
    context: never
    skipAuthorization: true
  }): Promise<boolean>
}

/**
 * The answers of this process that never end by themselves. They are cut off before a server closes, which would wait
 * for them; and when the person, company or visit is gone whose they are: the browser asks again at once, and is refused.
 */
export class OpenStreams {
  #responses = new Map<string, ServerResponse>()
  #dependents = new Map<string, Set<string>>()

  constructor(private channels: Channels) {}

  add(stream: string, response: ServerResponse) {
    this.#responses.set(stream, response)
    response.once('close', () => this.#forget(stream, response))
  }

  /** Whoever was asked has looked whether the stream may hear it. */
  follow({ follow, channel, dependsOn, visit, endsAt }: News) {
    const stream = String(follow)
    if (!this.#responses.has(stream)) return
    for (const id of String(dependsOn).split(',')) this.#depends(stream, id)
    if (visit) setTimeout(() => this.cut(String(visit)), Number(endsAt) - Date.now()).unref()
    void this.channels.subscribe({
      uid: stream,
      channel: String(channel),
      context: undefined as never,
      skipAuthorization: true,
    })
  }

  cutAll() {
    for (const response of this.#responses.values()) response.destroy()
  }

  cut(id: string) {
    for (const stream of this.#dependents.get(id) ?? []) this.#responses.get(stream)?.destroy()
    this.#dependents.delete(id)
  }

  #depends(stream: string, id: string) {
    this.#dependents.set(id, (this.#dependents.get(id) ?? new Set()).add(stream))
  }

  #forget(stream: string, response: ServerResponse) {
    if (this.#responses.get(stream) !== response) return
    this.#responses.delete(stream)
    for (const [id, streams] of this.#dependents) {
      streams.delete(stream)
      if (streams.size === 0) this.#dependents.delete(id)
    }
  }
}
