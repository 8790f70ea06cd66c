import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { LazyLink } from '#app/platform/database/lazy_link'
import type { ChangedRows } from '#app/platform/database/changes'
import type { Postponed, PostponedKind } from '#app/platform/database/postponed'
import { NoTenantError, ScopeOverError, TenantInTenantError } from '#app/platform/errors'

export type ActorKind = 'user' | 'customer' | 'super_user' | 'api' | 'rule' | 'import' | 'system'
/** `name` is what history shows, with the means where they matter: "Dana Ruiz, by Sam Root (support)". */
export type Actor = { kind: ActorKind; id: string | null; name?: string }
/** `impersonationId`: a super user works as the actor. */
export type Unit = { tenantId: string; actor: Actor; requestId?: string; impersonationId?: string }

/** One of the things that a unit works on. */
export type WorkedOn = { type: string; id: string }

type Scope = Unit & {
  trx?: TransactionClientContract
  postponed: Postponed
  locked: Map<string, object>
  changed: ChangedRows
  remembered?: Map<string, Promise<unknown>>
  workedOn?: Map<string, Set<string>>
}

const store = new AsyncLocalStorage<Scope>()
let originalConnection: Database['connection']

export const SYSTEM: Actor = { kind: 'system', id: null }

/** The unit of work under way: one tenant, one actor, one transaction. The only way to a tenant's rows. */
export const Current = {
  get isOpen() {
    return store.getStore() !== undefined
  },

  get scope(): Scope {
    const scope = store.getStore()
    if (!scope) throw new NoTenantError()
    return scope
  },

  get tenantId() {
    return this.scope.tenantId
  },

  get actor() {
    return this.scope.actor
  },

  get isImpersonated() {
    return Boolean(this.scope.impersonationId)
  },

  get trx(): TransactionClientContract {
    const { trx } = this.scope
    if (!trx || trx.isCompleted) throw new ScopeOverError()
    return trx
  },

  /** Runs `work` in one transaction of the tenant; a run inside a run of the same tenant joins it. */
  async run<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
    const outer = store.getStore()
    if (outer && outer.tenantId !== unit.tenantId) throw new TenantInTenantError()
    return outer ? work() : open(unit, work)
  },

  /** Runs `work` in a transaction of its own, with the rows of a first statement that travels together with BEGIN. */
  async startingWith<Row>(unit: Unit, sql: string, work: (rows: Row[]) => Promise<void>) {
    await store.exit(() => open(unit, async (link) => work((await link.openWith(sql)) as Row[])))
  },

  /** Writes it in the round trip of the COMMIT, or when the unit itself looks for it. */
  postpone<Item>(kind: PostponedKind<Item>, item: Item) {
    const { trx, postponed } = this.scope
    if (!trx || trx.isCompleted) throw new ScopeOverError()
    postponed.add(kind, item)
  },

  /**
   * From here on the unit keeps what it reads through `remembered`: for one that works on these and reads the same again
   * and again.
   */
  remember(workedOn: WorkedOn[]) {
    this.scope.remembered ??= new Map()
    this.scope.workedOn ??= new Map(
      [...Map.groupBy(workedOn, ({ type }) => type)].map(([type, ones]) => [
        type,
        new Set(ones.map(({ id }) => id)),
      ])
    )
  },

  /** Reads it once in a unit that remembers, and each time in any other. */
  remembered<T>(key: string, read: () => Promise<T>): Promise<T> {
    const { remembered } = this.scope
    if (!remembered) return read()
    const reading = (remembered.get(key) as Promise<T> | undefined) ?? read()
    remembered.set(key, reading)
    return reading
  },

  /** What belongs to this one: read for all of its type that the unit works on, at the first question for one of them. */
  async rememberedOf<T>(
    what: string,
    { type, id }: WorkedOn,
    read: (ids: string[]) => Promise<Map<string, T>>
  ) {
    const worked = this.scope.workedOn?.get(type)
    const ids = worked?.has(id) ? [...worked] : [id]
    const all = await this.remembered(`${what} of ${ids[0]}`, () => read(ids))
    return all.get(id)
  },

  /** Runs `work` with another actor, or on behalf of another request, inside the same unit. */
  as<T>(actor: Actor, work: () => Promise<T>, requestId?: string): Promise<T> {
    const scope = this.scope
    return store.run(
      Object.defineProperty({ ...scope, actor, requestId: requestId ?? scope.requestId }, 'trx', {
        get: () => scope.trx,
      }),
      work
    )
  },

  /** The work failed and its caller got an answer for it: nothing of it may stay, although nobody throws any more. */
  async abandon() {
    const trx = store.getStore()?.trx
    if (trx && !trx.isCompleted) await trx.rollback()
  },

  /** Whether an answer was given for a failure, and nothing of the unit will stay. */
  get isAbandoned() {
    return Boolean(this.scope.trx?.isCompleted)
  },

  /** Leaves the scope, for work that must not hold its transaction. */
  outside<T>(work: () => Promise<T>): Promise<T> {
    return store.exit(work)
  },
}

async function open<T>(unit: Unit, work: (link: LazyLink) => Promise<T>): Promise<T> {
  const app = originalConnection('app')
  const link = new LazyLink(app.getWriteClient().client, unit.tenantId)
  const { postponed, locked, changed } = link
  const scope: Scope = { ...unit, postponed, locked, changed }
  try {
    const result = await store.run(scope, () =>
      app.transaction(
        (trx) => {
          scope.trx = trx
          return work(link)
        },
        { connection: link } as never
      )
    )
    await settled(scope.trx!)
    return result
  } finally {
    await link.release()
  }
}

/** Every query of connection `app` (models, `db.*`, unique rules) joins the scope's transaction, or throws outside one. */
export function joinCurrentUnit(db: Database) {
  originalConnection = db.connection.bind(db)
  db.connection = (name = db.primaryConnectionName, options) =>
    name === 'app' ? Current.trx : originalConnection(name, options)
}

/** Work across tenants, on connection `system`, in one transaction. Loud on purpose: for the console, relay and look-ups. */
export async function acrossTenants<T>(work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  let used!: TransactionClientContract
  const result = await originalConnection('system').transaction((trx) => {
    used = trx
    return work(trx)
  })
  await settled(used)
  return result
}

// Lucid resolves although COMMIT failed; knex tells it only here.
async function settled(trx: TransactionClientContract) {
  await (trx.getWriteClient() as unknown as { executionPromise: Promise<unknown> }).executionPromise
}
