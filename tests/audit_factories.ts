import db from '@adonisjs/lucid/services/db'

/** Deactivations of one member by themselves, a millisecond apart, the newest now. */
export async function makeAuditedEvents(tenantId: string, userId: string, count: number) {
  await db.connection('owner').rawQuery(
    `insert into events (id, tenant_id, seq, name, version, occurred_at, actor_kind, actor_id, subject_type, subject_id, audited)
     select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint - n), 12, '0') || '7000800000000000' || lpad(to_hex(n), 4, '0'))::uuid,
       ?, n, 'user.deactivated', 1, now(), 'user', ?, 'user', ?, true
     from generate_series(1, ?) as n`,
    [tenantId, userId, userId, count]
  )
}
