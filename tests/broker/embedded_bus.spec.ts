import db from '@adonisjs/lucid/services/db'
import queueConfig from '#config/queue'
import { EmbeddedBus } from '#app/platform/bus/embedded_bus'
import { newId } from '#app/platform/ids'
import { busConformance } from '#tests/broker/bus_conformance'

busConformance('embedded', {
  async open(prefix, ladder) {
    return new EmbeddedBus({ ...queueConfig, prefix, ladder })
  },

  async cut() {
    await db
      .connection('system')
      .rawQuery(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()'
      )
  },

  async poison(prefix, queue) {
    await db
      .connection('system')
      .table('pgboss.job')
      .insert({
        name: `${prefix}.${queue}`,
        data: { tenantId: newId(), eventId: newId(), attempts: 0 },
        policy: 'standard',
        dead_letter: `${prefix}.${queue}.dead`,
      })
  },

  async cleanUp(prefix) {
    const system = db.connection('system')
    for (const table of ['job', 'queue']) {
      await system.rawQuery(`delete from pgboss.${table} where starts_with(name, ?)`, [`${prefix}.`])
    }
  },
})
