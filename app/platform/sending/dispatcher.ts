import logger from '@adonisjs/core/services/logger'
import { Exception } from '@adonisjs/core/exceptions'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ProviderConfig } from '#config/providers'
import { Call } from '#app/platform/call'
import { gatheringAfter } from '#app/platform/gathering'
import { Listener } from '#app/platform/live/listener'
import { Provider } from '#app/platform/sending/provider'
import type { Sender, SenderList } from '#app/platform/sending/sender'
import { tracing } from '#app/platform/telemetry/tracing'
import type { Turn } from '#app/platform/sending/turns'

const PATIENCE = 5000
const GATHERING = 15

/** Sends what waits for one provider: as much at a time as the provider and this process take, fairly shared out. */
export class Dispatcher {
  readonly provider: Provider
  #senders = new Map<string, Sender>()
  #underWay = new Map<Promise<void>, string>()
  #isStopping = false
  /** Before which no more are taken. */
  #gatheringUntil = 0
  /** The companies that had all they may under way when turns were last taken. */
  #full = new Set<string>()
  /** Whether more waited than could be taken: then there is something to take when a message has left. */
  #isMore = false
  #running?: Promise<void>
  #call = new Call()
  /** Given by a company that wants something while another has all it may. */
  #request = new Call()
  #listener = new Listener('turns', {
    notify: (named) => this.#hear(named),
    connect: () => this.#call.give(),
  })

  constructor(
    private config: ProviderConfig,
    private gathering = (took: number) => gatheringAfter(took, GATHERING)
  ) {
    this.provider = new Provider(config)
  }

  async start(list: SenderList) {
    for (const [name, lazy] of Object.entries(list)) {
      const { default: SenderClass } = await lazy()
      if (SenderClass.sender !== name)
        throw new Exception(`${SenderClass.name} is listed as the sender ${name}`, { code: 'E_SENDER_NAME' })
      this.#senders.set(name, new SenderClass())
    }
    await this.provider.register()
    await this.#listener.open()
    this.#running = this.#run()
  }

  /** Takes no more, and finishes what is under way. */
  async stop() {
    this.#isStopping = true
    this.#call.end()
    this.#request.end()
    await this.#listener.close()
    await this.#running
    await Promise.all(this.#underWay.keys())
  }

  async #run() {
    while (!this.#isStopping) {
      const requested = this.#request.next()
      const called = this.#call.next()
      const free = this.config.concurrency - this.#underWay.size
      const wait = free > 0 ? await this.#sendSome(free) : PATIENCE
      await called.within(wait)
      // Those that end at nearly the same moment make room together; nobody else waits for that.
      await requested.within(this.#gatheringUntil - performance.now())
    }
  }

  // Each turn names its provider and its company; a release before this one named less, and one before that nothing.
  #hear(named: string) {
    const [name, tenantId] = named.split(' ')
    if (name !== '' && name !== this.config.name) return
    this.#call.give()
    if (this.#full.size > 0 && !this.#full.has(tenantId)) this.#request.give()
  }

  /** How long to wait until it makes sense to look again. */
  async #sendSome(free: number) {
    const startedAt = performance.now()
    try {
      const underWay = [...this.#underWay.values()]
      const held = { counts: countsOf(underWay), most: this.config.perCompany }
      const { turns, wait } = await this.provider.share(free, held, (trx, taken) => this.#claim(trx, taken))
      const hasRoomMeanwhile = this.#underWay.size < underWay.length
      for (const turn of turns) this.#send(turn)
      const endedAt = performance.now()
      if (turns.length > 0) this.#gatheringUntil = endedAt + this.gathering(endedAt - startedAt)
      // As it was when they were taken: one that has ended since made room that was not there yet.
      const taken = countsOf([...underWay, ...turns.map(({ tenantId }) => tenantId)])
      this.#full = new Set([...taken.keys()].filter((id) => taken.get(id)! >= this.config.perCompany))
      this.#isMore = wait === 0 || this.#full.size > 0
      return this.#isMore && hasRoomMeanwhile ? 0 : wait
    } catch (error) {
      logger.error({ err: error, provider: this.config.name }, 'Turns could not be taken, and will be again')
      return PATIENCE
    }
  }

  async #claim(trx: TransactionClientContract, turns: Turn[]) {
    const claimed: Turn[] = []
    for (const [name, own] of Map.groupBy(turns, ({ sender }) => sender)) {
      const sender = this.#senders.get(name)
      if (!sender) throw new Exception(`start/workers.ts has no sender ${name}`, { code: 'E_UNKNOWN_SENDER' })
      claimed.push(...(await sender.claim(trx, own)))
    }
    return claimed
  }

  #send(turn: Turn) {
    const sender = this.#senders.get(turn.sender)!
    const about = {
      kind: 'client' as const,
      parent: turn.trace ?? null,
      attributes: { 'latchkey.subject_id': turn.subjectId },
    }
    const sending = tracing
      .span(`send ${turn.sender}`, about, () => sender.send(turn, this.provider))
      .catch((error) =>
        logger.error({ err: error, ...turn }, 'What became of a message could not be recorded')
      )
      .finally(() => {
        this.#underWay.delete(sending)
        if (this.#isMore) this.#call.give()
      })
    this.#underWay.set(sending, turn.tenantId)
  }
}

function countsOf(companies: string[]) {
  const counts = new Map<string, number>()
  for (const id of companies) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
