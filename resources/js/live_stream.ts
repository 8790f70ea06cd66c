import { Transmit } from '@adonisjs/transmit-client'

export type News = Record<string, string | number | boolean | null>
type Hear = (news: News) => void
type Word =
  | { kind: 'roll-call' }
  | { kind: 'want'; channel: string }
  | { kind: 'news'; channel: string; news: News }
  | { kind: 'resync' }

const LOCK = 'latchkey-live'
/** The server gives a sign of life every 25 seconds. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 15_000
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000, 20_000]

/**
 * One stream per browser: the tab that holds the lock keeps it, subscribes for all tabs and hands news on.
 * When that tab closes, another takes over and calls the roll. A stream that is lost is begun anew, for as long as it
 * takes; once all channels are heard again every tab fetches what it may have missed.
 */
class LiveStream {
  #tabs = new BroadcastChannel(LOCK)
  #hearers = new Map<string, Set<Hear>>()
  #resyncers = new Set<() => void>()
  #wanted = new Set<string>()
  #isLeader = false
  #transmit?: Transmit
  #losses = 0

  constructor() {
    this.#tabs.onmessage = ({ data }) => this.#onWord(data as Word)
    // Locks need a secure context; without them each tab keeps a stream of its own.
    if (navigator.locks) void this.#queue()
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

  async #queue() {
    const { held = [] } = await navigator.locks.query()
    // Between the last tab's end and our turn nobody listens.
    if (held.some(({ name }) => name === LOCK)) this.#losses = 1
    await navigator.locks.request(LOCK, () => this.#lead())
  }

  #lead() {
    this.#isLeader = true
    for (const channel of this.#hearers.keys()) this.#wanted.add(channel)
    this.#tabs.postMessage({ kind: 'roll-call' } satisfies Word)
    this.#connect()
    return new Promise(() => {})
  }

  #connect() {
    let heardAt = Date.now()
    const transmit = new Transmit({
      baseUrl: window.location.origin,
      eventSourceFactory: (url, options) => {
        const source = new EventSource(url, options)
        source.addEventListener('message', () => (heardAt = Date.now()))
        return source
      },
    })
    const watch = setInterval(() => Date.now() - heardAt > PATIENCE_MS && lose(), LOOK_EVERY_MS)
    let isLost = false
    const lose = () => {
      if (isLost) return
      isLost = true
      clearInterval(watch)
      transmit.close()
      this.#transmit = undefined
      const wait = WAITS_MS[Math.min(this.#losses++, WAITS_MS.length - 1)]
      setTimeout(() => this.#connect(), wait * (0.5 + Math.random()))
    }
    transmit.on('disconnected', lose)
    transmit.on('connected', async () => {
      this.#transmit = transmit
      await Promise.all([...this.#wanted].map((channel) => this.#subscribe(channel)))
      if (this.#losses > 0 && !isLost) this.#tell({ kind: 'resync' })
      if (!isLost) this.#losses = 0
    })
  }

  #onWord(word: Word) {
    if (word.kind === 'roll-call') for (const channel of this.#hearers.keys()) this.#want(channel)
    else if (word.kind === 'want' && this.#isLeader) this.#want(word.channel)
    else if (word.kind === 'news') this.#hearers.get(word.channel)?.forEach((hear) => hear(word.news))
    else if (word.kind === 'resync') this.#resyncers.forEach((resync) => resync())
  }

  #want(channel: string) {
    if (!this.#isLeader) {
      this.#tabs.postMessage({ kind: 'want', channel } satisfies Word)
    } else if (!this.#wanted.has(channel)) {
      this.#wanted.add(channel)
      if (this.#transmit) void this.#subscribe(channel)
    }
  }

  #subscribe(channel: string) {
    const subscription = this.#transmit!.subscription(channel)
    if (subscription.handlerCount === 0)
      subscription.onMessage<News>((news) => this.#tell({ kind: 'news', channel, news }))
    return subscription.create()
  }

  #tell(word: Word) {
    this.#tabs.postMessage(word)
    this.#onWord(word)
  }
}

let stream: LiveStream | undefined
export const liveStream = () => (stream ??= new LiveStream())
