import { escapeLiteral } from 'pg'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Current } from '#app/platform/database/current'
import type { PostponedKind } from '#app/platform/database/postponed'
import { tracing, type TraceParent } from '#app/platform/telemetry/tracing'

/** Somebody waits for it; it is news; it can wait. */
export const PRIORITIES = { critical: 0, normal: 1, bulk: 2 } as const
export type Priority = keyof typeof PRIORITIES

/** Stands for the installation where turns are shared out between companies. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000'

/** Something to be sent: `sender` names one of start/workers.ts, which knows what the id is of. */
export type Turn = { tenantId: string; sender: string; subjectId: string; trace?: TraceParent }
type Wanted = { provider: string; priority: Priority; sender: string; subjectId: string }
type Asked = Wanted & { trace: TraceParent }

const TURNS: PostponedKind<Asked> = {
  sql: (wanted) =>
    `select ${wanted
      .map(
        ({ provider, priority, sender, subjectId, trace }) =>
          `ask_for_turn(${escapeLiteral(provider)}, ${PRIORITIES[priority]}::smallint, ${escapeLiteral(sender)}, ${escapeLiteral(subjectId)}, ${trace ? escapeLiteral(trace) : 'null'})`
      )
      .join()}`,
}

/** A place among what waits to be sent. Whoever stands there already keeps the place. */
export const turns = {
  /** Written in the caller's unit: rolled back, it was never asked for. */
  ask(wanted: Wanted) {
    Current.postpone(TURNS, { ...wanted, trace: tracing.here() })
  },

  /** For what belongs to no company. */
  async askAcross(
    trx: TransactionClientContract,
    { provider, priority, sender, subjectId }: Wanted,
    tenantId = INSTALLATION
  ) {
    await trx.rawQuery(
      `insert into turns (provider, priority, tenant_id, sender, subject_id, trace_parent) values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
      [provider, PRIORITIES[priority], tenantId, sender, subjectId, tracing.here() as string]
    )
  },
}
