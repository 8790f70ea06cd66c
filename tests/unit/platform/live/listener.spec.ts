import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Listener } from '#app/platform/live/listener'
import { unique } from '#tests/factories'
import { until } from '#tests/until'

const system = () => db.connection('system')

test.group('Listener', () => {
  test('hears what is notified, and after its connection was cut says so and hears again', async ({
    assert,
    cleanup,
  }) => {
    const channel = unique('channel')
    const heard: string[] = []
    let connections = 0
    const listener = new Listener(channel, {
      notify: (payload) => heard.push(payload),
      connect: () => connections++,
    })
    await listener.open()
    cleanup(() => listener.close())
    const tell = (word: string) => system().rawQuery('select pg_notify(?, ?)', [channel, word])

    await tell('first')
    await until(() => heard.includes('first'))
    await system().rawQuery(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and query = ?',
      [`listen "${channel}"`]
    )
    await until(() => connections === 2)
    await tell('second')
    await until(() => heard.includes('second'))
    assert.deepEqual(heard, ['first', 'second'])
  })
})
