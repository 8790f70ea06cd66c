import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '#tests/faults/campaign/dice'
import type { Ledger, Wish } from '#tests/faults/campaign/ledger'
import type { Scene } from '#tests/faults/campaign/scene'

type Options = { url: string; scenes: Scene[]; ledger: Ledger; dice: Dice }
type Send = () => Promise<Response>

const PATIENCE = 10_000
const AGAIN_AFTER = 100
/** Nobody fills a form in faster, and the product does not believe it. */
const WRITING = 2_100
const KEPT = 200
const GIVES_UP = 0.03

/**
 * People and programs who want something of the product and write it down first. Whoever gets no answer asks again with
 * the same key, as the contract says, until there is one; a few go away.
 */
export class Load {
  readonly counts = { answered: 0, failures: 0, givenUp: 0 }
  /** When writes were answered, for whoever measures how soon that goes again. */
  onWrite: (startedAt: number) => void = () => {}
  #running: Promise<void>[] = []
  #isStopping = false
  #leads = new Map<Scene, string[]>()
  #links: { scene: Scene; path: string }[] = []

  constructor(private options: Options) {}

  /** So many programs and visitors, each of whom rests between two wishes. */
  start({ programs, visitors, rest }: { programs: number; visitors: number; rest: number }) {
    const people = [
      ...Array.from({ length: programs }, () => () => this.#asProgram()),
      ...Array.from({ length: visitors }, () => () => this.#asVisitor()),
    ]
    this.#running = people.map(async (act) => {
      while (!this.#isStopping) {
        await act()
        await sleep(rest * (0.5 + this.options.dice.roll()))
      }
    })
  }

  /** Everybody finishes what they began. */
  async stop() {
    this.#isStopping = true
    await Promise.all(this.#running)
    this.#isStopping = false
  }

  async #asProgram() {
    const { dice, scenes, url } = this.options
    const scene = dice.pick(scenes)
    const known = this.#leads.get(scene)
    const lead = known && dice.roll() < 0.25 ? dice.pick(known) : undefined
    const key = randomUUID()
    const body = lead
      ? { body: key }
      : {
          contactName: 'Ann Lee',
          contactPhone: '303 555 0133',
          contactEmail: 'ann@example.com',
          summary: key,
        }
    const answer = await this.#wish(lead ? 'message by program' : 'lead by program', key, () =>
      fetch(url + (lead ? `/api/leads/${lead}/messages` : '/api/leads'), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${scene.token}`,
          'idempotency-key': key,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE),
      })
    )
    if (answer && !lead) this.#keep(scene, JSON.parse(answer.text).data.id)
  }

  async #asVisitor() {
    const { dice, scenes } = this.options
    const link = this.#links.length > 0 && dice.roll() < 0.25 ? dice.pick(this.#links) : undefined
    const scene = link?.scene ?? dice.pick(scenes)
    const key = randomUUID()
    const form = new FormData()
    const page = link?.path ?? dice.pick(scene.forms)
    form.set('stamp', await this.#stampOn(page))
    form.set(link ? 'body' : `answers[${scene.question}]`, key)
    await sleep(WRITING)
    const target = link ? `${page}/messages` : page
    const answer = await this.#wish(link ? 'message by form' : 'lead by form', key, () =>
      this.#post(target, form)
    )
    const status = answer?.location?.split(/[?#]/)[0]
    if (status && !link) this.#links = [...this.#links.slice(1 - KEPT), { scene, path: status }]
  }

  async #stampOn(page: string): Promise<string> {
    for (;;) {
      const text = await this.#get(page).catch(() => '')
      const found = /name="stamp" value="([^"]+)"/.exec(text)
      if (found) return found[1]
      await sleep(AGAIN_AFTER)
    }
  }

  /** The answer to it, at last; nothing when the one who asked has gone away. */
  async #wish(wish: Wish, key: string, send: Send) {
    const { dice, ledger } = this.options
    await ledger.write({ is: 'wished', key, wish })
    const givesUp = dice.roll() < GIVES_UP
    for (;;) {
      const startedAt = Date.now()
      const answer = await send().then(taken, () => undefined)
      if (answer) {
        await ledger.write({ is: 'answered', key })
        this.counts.answered++
        this.onWrite(startedAt)
        return answer
      }
      this.counts.failures++
      if (givesUp) {
        await ledger.write({ is: 'given up', key })
        this.counts.givenUp++
        return undefined
      }
      await sleep(AGAIN_AFTER)
    }
  }

  async #get(path: string) {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(this.options.url + path, { headers: this.#somewhere(), signal })
    return answer.text()
  }

  #post(path: string, body: FormData) {
    const signal = AbortSignal.timeout(PATIENCE)
    const headers = this.#somewhere()
    return fetch(this.options.url + path, { method: 'POST', redirect: 'manual', headers, body, signal })
  }

  /** Each visitor comes from a network of their own. */
  #somewhere() {
    const byte = () => this.options.dice.between(0, 255)
    return { accept: 'text/html', 'x-forwarded-for': `10.${byte()}.${byte()}.${byte()}` }
  }

  #keep(scene: Scene, lead: string) {
    const known = this.#leads.get(scene) ?? []
    this.#leads.set(scene, [...known.slice(1 - KEPT), lead])
  }
}

async function taken(answer: Response) {
  const text = await answer.text()
  if (answer.status >= 400) {
    // Over-quota and busy are asked again; a refusal of what was asked would be a fault of the campaign.
    if (![409, 429].includes(answer.status) && answer.status < 500)
      process.stderr.write(`Refused with ${answer.status}: ${reasonIn(text)}\n`)
    return undefined
  }
  return { text, location: answer.headers.get('location') }
}

const reasonIn = (text: string) =>
  (/role="alert"[^>]*>([^]*?)<\/div>/.exec(text)?.[1] ?? text)
    .replace(/<[^>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 300)
