import { isDeepStrictEqual } from 'node:util'
import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { makeTarget, type Target } from '#tests/security/cases'
import { ChangedRows, type Change } from '#tests/security/changed_rows'
import { DeclaredKeys } from '#tests/security/declared_keys'
import {
  attemptOn,
  columns,
  knock,
  everyOtherOf,
  routeNamed,
  writes,
  type Column,
} from '#tests/security/surface'

type Values = Record<string, unknown>

const NUMBER = 918_273_645
const TIME = '2001-02-03T04:05:06.789Z'
const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What nobody would have in a row by chance; words that a column takes anyway are compared with the good request. */
class Smuggled {
  readonly mark = `smuggled${randomUUID().slice(0, 8)}`
  readonly id = randomUUID()

  constructor(
    private all: Column[],
    private choice: 0 | -1
  ) {}

  /** Every column of every table as a key of its own, in both spellings, and again inside every table's name. */
  keys(declared: string[]): Values {
    const flat = this.#spelled(this.all)
    const tables = Object.groupBy(this.all, ({ table }) => table)
    const nested = Object.entries(tables).flatMap(([table, own]) => [
      [table, [this.#spelled(own!)]],
      [camel(table.replace(/ies$/, 'y').replace(/s$/, '')), this.#spelled(own!)],
    ])
    const keys = { ...flat, ...Object.fromEntries(nested) }
    return Object.fromEntries(Object.entries(keys).filter(([key]) => !declared.includes(key)))
  }

  /** What of it has arrived in a row. */
  in({ table, row }: Change) {
    const marks = [this.mark, this.id, String(NUMBER), '2001-02-03']
    return Object.entries(row)
      .filter(([, value]) => marks.some((mark) => JSON.stringify(value ?? null).includes(mark)))
      .map(([column]) => `${table}.${column}`)
  }

  #spelled(some: Column[]) {
    return Object.fromEntries(
      some.flatMap((one) => [one.column, camel(one.column)].map((key) => [key, this.#value(one)]))
    )
  }

  #value({ type, choices }: Column) {
    if (choices.length) return choices.at(this.choice)
    if (type === 'boolean') return this.choice === 0
    if (type === 'uuid') return this.id
    if (/^(integer|bigint|smallint|numeric)/.test(type)) return NUMBER
    if (/^(timestamp|date)/.test(type)) return TIME
    if (type.startsWith('jsonb')) return { [this.mark]: this.mark }
    return this.mark
  }
}

/** Words and switches of the rows that a request made or changed: whatever is not free text. */
function chosenWords(changes: Change[], chosen: Set<string>) {
  return changes
    .flatMap(({ table, row, earlier }) =>
      Object.entries(row)
        .filter(
          ([column, value]) =>
            chosen.has(`${table}.${column}`) && !isDeepStrictEqual(value, earlier?.[column])
        )
        .map(([column, value]) => `${table}.${column}=${value}`)
    )
    .sort()
}

/** What the second list does not hold as often. */
function without(words: string[], others: string[]) {
  const left = [...others]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** What RFC 7643 calls the parts of a user. */
const SCIM_USER = ['userName', 'externalId', 'displayName', 'name', 'emails', 'active', 'roles', 'attributes']
const SCIM_GROUP = ['displayName', 'externalId', 'members']
/** Fields that no validator declares: pages of customers read them by hand, and `website` is bait for robots. */
const REQUEST = ['stamp', 'answers', 'contact', 'held', 'website', 'language', 'window']
const READ_BY_HAND: Record<string, string[]> = {
  'single_sign_on.scim_users.store': SCIM_USER,
  'single_sign_on.scim_users.update': SCIM_USER,
  'single_sign_on.scim_groups.store': SCIM_GROUP,
  'single_sign_on.scim_groups.update': SCIM_GROUP,
  'notification_preferences.unsubscriptions.store': ['List-Unsubscribe'],
  'requests.requests.store': REQUEST,
  'requests.linked_requests.store': REQUEST,
  'requests.embedded_requests.store': REQUEST,
  'requests.reschedulings.store': ['window'],
  'requests.sticker_reports.store': ['stamp', 'comment', 'website', 'language'],
  'requests.messages.store': ['stamp', 'body', 'held', 'website', 'language'],
}

test.group('A key that no form has', (group) => {
  let target: Target
  let all: Column[]
  let declared: DeclaredKeys
  let rows: ChangedRows

  group.setup(async () => {
    target = await makeTarget()
    all = await columns()
    declared = new DeclaredKeys()
    rows = new ChangedRows()
    return () => declared.stop()
  })

  test('{$self}: changes nothing, whatever column it names')
    .with(everyOtherOf((route) => writes(route)))
    .run(async ({ client, assert }, name) => {
      const route = routeNamed(name)
      const chosen = new Set(
        all
          .filter(({ type, choices }) => type === 'boolean' || choices.length)
          .map(({ table, column }) => `${table}.${column}`)
      )
      const send = async (extra: (declared: string[]) => Values) => {
        const sending = await attemptOn(route).send(target)
        await rows.look()
        const body = { ...extra(taken), ...sending.body } as never
        const response = await knock(client, { route, target, sending: { ...sending, body } })
        const changes = await rows.look()
        return { response, changes, words: chosenWords(changes, chosen) }
      }
      let taken: string[] = []
      declared.take()
      const good = await send(() => ({}))
      taken = [...declared.take(), ...(READ_BY_HAND[name] ?? [])]
      for (const choice of [0, -1] as const) {
        const smuggled = new Smuggled(all, choice)
        const attack = await send((known) => smuggled.keys(known))
        assert.equal(attack.response.status(), good.response.status(), attack.response.text()?.slice(0, 300))
        assert.deepEqual(
          attack.changes.flatMap((change) => smuggled.in(change)),
          []
        )
        assert.deepEqual(without(attack.words, good.words), [])
      }
    })
})
