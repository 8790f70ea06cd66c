import { Transmit } from '@adonisjs/transmit-client'

export type News = Record<string, string | number | boolean | null>
type Hear = (news: News) => void
type Word =
  | { kind: 'roll-call' }
  | { kind: 'want'; channel: string }
  | { kind: 'news'; channel: string; news: News }
  | { kind: 'resync' }

/**
 * One stream per browser: the tab that holds the lock keeps it, subscribes for all tabs and hands news on.
 * When that tab closes, another takes over and calls the roll.
 */
class LiveStream {
  #tabs = new BroadcastChannel('latchkey-live')
  #hearers = new Map<string, Set<Hear>>()
  #resyncers = new Set<() => void>()
  #transmit?: Transmit
  #subscribed = new Set<string>()

  constructor() {
    this.#tabs.onmessage = ({ data }) => this.#onWord(data as Word)
    // Locks need a secure context; without them each tab keeps a stream of its own.
    if (navigator.locks) void navigator.locks.request('latchkey-live', () => this.#lead())
    else void this.#lead()
  }

  hear(channel: string, hear: Hear) {
    const hearers = this.#hearers.get(channel) ?? new Set()
    this.#hearers.set(channel, hearers.add(hear))
    this.#want(channel)
    return () => {
      hearers.delete(hear)
      if (hearers.size === 0) this.#hearers.delete(channel)
    }
  }

  onResync(resync: () => void) {
    this.#resyncers.add(resync)
    return () => this.#resyncers.delete(resync)
  }

  #lead() {
    this.#transmit = new Transmit({ baseUrl: window.location.origin })
    let wasAway = false
    this.#transmit.on('reconnecting', () => (wasAway = true))
    this.#transmit.on('connected', () => {
      if (wasAway) this.#tell({ kind: 'resync' })
      wasAway = false
    })
    this.#subscribe('resync')
    for (const channel of this.#hearers.keys()) this.#subscribe(channel)
    this.#tabs.postMessage({ kind: 'roll-call' } satisfies Word)
    return new Promise(() => {})
  }

  #onWord(word: Word) {
    if (word.kind === 'roll-call') for (const channel of this.#hearers.keys()) this.#want(channel)
    else if (word.kind === 'want' && this.#transmit) this.#subscribe(word.channel)
    else if (word.kind === 'news') this.#hearers.get(word.channel)?.forEach((hear) => hear(word.news))
    else if (word.kind === 'resync') this.#resyncers.forEach((resync) => resync())
  }

  #want(channel: string) {
    if (this.#transmit) this.#subscribe(channel)
    else this.#tabs.postMessage({ kind: 'want', channel } satisfies Word)
  }

  #subscribe(channel: string) {
    if (this.#subscribed.has(channel)) return
    this.#subscribed.add(channel)
    const subscription = this.#transmit!.subscription(channel)
    subscription.onMessage<News>((news) =>
      this.#tell(channel === 'resync' ? { kind: 'resync' } : { kind: 'news', channel, news })
    )
    void subscription.create()
  }

  #tell(word: Word) {
    this.#tabs.postMessage(word)
    this.#onWord(word)
  }
}

let stream: LiveStream | undefined
export const liveStream = () => (stream ??= new LiveStream())
