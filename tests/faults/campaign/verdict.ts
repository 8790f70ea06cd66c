import pg from 'pg'
import type { Ledger, Wish } from '#tests/faults/campaign/ledger'
import { HEARD } from '#tests/faults/campaign/scene'

type Fate = { wish: Wish; isAnswered: boolean; isGivenUp: boolean }
type Row = Record<string, number>

/** Kinds that the product may send twice on purpose: it says so in its own record. */
const REPEATABLE = ['invitation']

const ONE = `select count(*)::int as count from `

/** What must be zero in the end, each with the statement that counts it. */
const DATABASE: Record<string, string> = {
  'leads that came true twice':
    'select coalesce(sum(n - 1), 0)::int as count from (select count(*) n from leads group by tenant_id, summary having count(*) > 1) twice',
  'messages that came true twice':
    'select coalesce(sum(n - 1), 0)::int as count from (select count(*) n from messages group by tenant_id, body having count(*) > 1) twice',
  'numbers given to two leads':
    'select coalesce(sum(n - 1), 0)::int as count from (select count(*) n from leads group by tenant_id, number having count(*) > 1) twice',
  'leads without exactly one event of their making': `${ONE} leads l where (select count(*) from events e
    where e.tenant_id = l.tenant_id and e.subject_id = l.id and e.name = 'lead.created') <> 1`,
  'messages without exactly one event of their making': `${ONE} messages m where (select count(*) from events e
    where e.tenant_id = m.tenant_id and e.subject_id = m.id and e.name = 'message.created') <> 1`,
  'events of leads and messages that are not there': `${ONE} events e where
    (e.name = 'lead.created' and not exists (select from leads l where l.tenant_id = e.tenant_id and l.id = e.subject_id))
    or (e.name = 'message.created' and not exists (select from messages m where m.tenant_id = e.tenant_id and m.id = e.subject_id))`,
  'subjects whose events are not numbered from 1 without a gap': `${ONE} (select from events group by tenant_id, subject_id
    having count(distinct seq) <> count(*) or min(seq) <> 1 or max(seq) <> count(*)) gaps`,
  'events that never left the outbox': `${ONE} outbox`,
  'consumers that missed an event': `${ONE} events e
    join (values ('lead.created', 'notifications:NotificationWorker'), ('lead.created', 'notifications:MailWorker'),
      ('message.created', 'notifications:NotificationWorker'), ('message.created', 'notifications:MailWorker'),
      ('lead.assigned', 'notifications:NotificationWorker')) as wanted (name, consumer) using (name)
    where not exists (select from consumed_events c where c.tenant_id = e.tenant_id and c.consumer = wanted.consumer and c.event_id = e.id)`,
  'colleagues who were not told of a lead in their inbox': `select (
    (select count(*) from events e join users u using (tenant_id) where e.name = 'lead.created' and u.role in ('admin', 'supervisor', 'agent')
      and u.id is distinct from e.actor_id)
    - (select count(*) from notifications n where n.kind = 'lead.created'))::int as count`,
  'customers who were not written to': `select (
    (select count(*) from events e join leads l on l.tenant_id = e.tenant_id and l.id = e.subject_id
      where e.name = 'lead.created' and l.contact_email is not null)
    - (select count(*) from deliveries d where d.kind = 'lead_received' and d.resend_number = 0))::int as count`,
  'deliveries owed twice':
    'select coalesce(sum(n - 1), 0)::int as count from (select count(*) n from deliveries group by tenant_id, event_id, channel, kind, recipient, resend_number having count(*) > 1) twice',
  'deliveries that nobody will send': `${ONE} deliveries d where state = 'queued' and next_try_at is null
    and not exists (select from turns t where t.subject_id = d.id)`,
  'deliveries gathered in one that is not there': `${ONE} deliveries d where state = 'gathered'
    and not exists (select from deliveries w where w.tenant_id = d.tenant_id and w.id = d.gathered_in)`,
  'deliveries that are not over': `${ONE} deliveries where state in ('queued', 'sending')`,
  'events that a program was not told of': `${ONE} events e where e.name in (${HEARD.map((name) => `'${name}'`).join()})
    and not exists (select from webhook_deliveries d where d.tenant_id = e.tenant_id and d.event_id = e.id)`,
  'webhooks owed twice':
    'select coalesce(sum(n - 1), 0)::int as count from (select count(*) n from webhook_deliveries group by tenant_id, webhook_endpoint_id, event_id having count(*) > 1) twice',
  'webhooks that did not arrive in the end': `${ONE} webhook_deliveries where state <> 'delivered'`,
}

export type Verdict = {
  wishes: { asked: number; answered: number; givenUp: number; byKind: Record<string, number> }
  events: number
  kills: Record<string, number>
  deliveries: Record<string, number>
  /** A message may come again, under its own id. */
  webhooks: { delivered: number; 'taken again': number }
  /** Letters that were given up, by queue and cause. */
  dead: Record<string, number>
  /** Everything that must be nought. */
  faults: Record<string, number>
  disturbances: Record<string, number>
  back: Record<string, number[]>
}

/** Compares what the ledger says was meant and seen with what the database says became of it. */
export class Judge {
  #fates = new Map<string, Fate>()
  #taken = new Map<string, number>()
  #webhooks = new Map<string, number>()
  #kills: Record<string, number> = {}
  #disturbances: Record<string, number> = {}
  #back: Record<string, number[]> = {}

  static async read(ledger: Ledger) {
    const judge = new Judge()
    for await (const entry of ledger.read()) {
      if (entry.is === 'wished') {
        judge.#fates.set(entry.key, { wish: entry.wish, isAnswered: false, isGivenUp: false })
      } else if (entry.is === 'answered') {
        judge.#fates.get(entry.key)!.isAnswered = true
      } else if (entry.is === 'given up') {
        judge.#fates.get(entry.key)!.isGivenUp = true
      } else if (entry.is === 'mail taken') {
        judge.#taken.set(entry.id, (judge.#taken.get(entry.id) ?? 0) + 1)
      } else if (entry.is === 'webhook taken') {
        judge.#webhooks.set(entry.id, (judge.#webhooks.get(entry.id) ?? 0) + 1)
      } else if (entry.is === 'killed') {
        judge.#kills[entry.what] = (judge.#kills[entry.what] ?? 0) + 1
      } else if (entry.is === 'disturbed') {
        judge.#disturbances[entry.what] = (judge.#disturbances[entry.what] ?? 0) + 1
      } else if (entry.is === 'back') {
        ;(judge.#back[entry.what] ??= []).push(entry.milliseconds)
      }
    }
    return judge
  }

  async pronounce(url: string, dead: Record<string, number>): Promise<Verdict> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      const count = async (sql: string) => (await client.query<Row>(sql)).rows[0].count
      const faults: Record<string, number> = { ...(await this.#wishesAgainst(client)) }
      for (const [fault, sql] of Object.entries(DATABASE)) faults[fault] = await count(sql)
      const { states, ...mails } = await this.#mailsAgainst(client)
      const { webhooks, ...hooks } = await this.#webhooksAgainst(client)
      Object.assign(faults, mails, hooks, { 'dead letters': sum(dead) })
      const fates = [...this.#fates.values()]
      return {
        wishes: {
          asked: fates.length,
          answered: fates.filter(({ isAnswered }) => isAnswered).length,
          givenUp: fates.filter(({ isGivenUp }) => isGivenUp).length,
          byKind: tally(fates.map(({ wish }) => wish)),
        },
        events: await count(`${ONE} events`),
        kills: this.#kills,
        disturbances: this.#disturbances,
        deliveries: states,
        webhooks,
        dead,
        faults,
        back: this.#back,
      }
    } finally {
      await client.end()
    }
  }

  async #wishesAgainst(client: pg.Client) {
    const { rows } = await client.query<{ key: string; kind: string }>(
      `select summary as key, 'lead' as kind from leads union all select body, 'message' from messages`
    )
    const found = new Map(rows.map(({ key, kind }) => [key, kind]))
    let [lost, strange, unwished] = [0, 0, 0]
    for (const [key, { wish, isAnswered }] of this.#fates) {
      const kind = found.get(key)
      if (isAnswered && !kind) lost++
      if (kind && !wish.startsWith(kind)) strange++
    }
    for (const key of found.keys()) if (!this.#fates.has(key)) unwished++
    return {
      'answered wishes that are lost': lost,
      'wishes that became something else': strange,
      'leads and messages that nobody wished for': unwished,
    }
  }

  async #mailsAgainst(client: pg.Client) {
    const { rows } = await client.query<{ id: string; state: string; kind: string }>(
      'select id, state, kind from deliveries'
    )
    const states: Record<string, number> = {}
    let [sentToNobody, silentlyTwice, refusedButTaken] = [0, 0, 0]
    let takenAndUnknown = 0
    const owed = new Set<string>()
    for (const { id, state, kind } of rows) {
      owed.add(id)
      const taken = this.#taken.get(id) ?? 0
      states[state] = (states[state] ?? 0) + 1
      if (state === 'sent' && taken === 0) sentToNobody++
      if (taken > 1 && !REPEATABLE.includes(kind)) silentlyTwice++
      if (['failed', 'not_sent', 'gathered'].includes(state) && taken > 0) refusedButTaken++
      if (state === 'unknown' && taken > 0) takenAndUnknown++
    }
    states['unknown, of which the mail server has'] = takenAndUnknown
    return {
      states,
      'mails called sent that nobody has': sentToNobody,
      'mails sent twice in silence': silentlyTwice,
      'mails called failed or part of another that somebody has': refusedButTaken,
      'mails that nobody owed': [...this.#taken.keys()].filter((id) => !owed.has(id)).length,
    }
  }

  async #webhooksAgainst(client: pg.Client) {
    const { rows } = await client.query<{ id: string }>(
      `select event_id as id from webhook_deliveries where state = 'delivered'`
    )
    const taken = [...this.#webhooks.values()]
    const owed = new Set(rows.map(({ id }) => id))
    return {
      webhooks: {
        delivered: rows.length,
        'taken again': taken.reduce((sum, count) => sum + count - 1, 0),
      },
      'webhooks called delivered that nobody has': rows.filter(({ id }) => !this.#webhooks.has(id)).length,
      'webhooks that nobody owed': [...this.#webhooks.keys()].filter((id) => !owed.has(id)).length,
    }
  }
}

export const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0)

function tally(words: string[]) {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
