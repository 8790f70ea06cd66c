import db from '@adonisjs/lucid/services/db'
import { Current } from '#app/platform/database/current'

/** How many active members have each standard role without a custom one, and each custom role. */
export async function roleCounts(): Promise<Record<string, number>> {
  const rows = await db
    .from('users')
    .where({ tenant_id: Current.tenantId, kind: 'person' })
    .whereNull('deactivated_at')
    .groupByRaw('coalesce(role_id::text, role)')
    .select(db.raw('coalesce(role_id::text, role) as role, count(*)::int as count'))
  return Object.fromEntries(rows.map(({ role, count }) => [role, Number(count)]))
}
