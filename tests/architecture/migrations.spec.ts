import { readdirSync, readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { destructionIn, offendersAmong, type Released } from '#tests/architecture/destructive'

const FOLDER = 'database/migrations'
const released: Released = JSON.parse(readFileSync(app.makePath('database/released.json'), 'utf8'))
const migrations = readdirSync(app.makePath(FOLDER))
  .sort()
  .map((file) => ({
    name: file.replace(/\.ts$/, ''),
    source: readFileSync(app.makePath(FOLDER, file), 'utf8'),
  }))

test.group('Architecture | migrations', () => {
  test('take nothing away that the release before them uses', ({ assert }) => {
    assert.deepEqual(offendersAmong(migrations, released), [])
  })

  test('that were released stay where they are', ({ assert }) => {
    const names = migrations.map(({ name }) => name)
    assert.deepEqual(
      Object.values(released)
        .flat()
        .filter((name) => !names.includes(name)),
      []
    )
  })

  test('only add until a release has done without: the rule itself', ({ assert }) => {
    const before = { '1.0.0': ['0001_leads'] }
    const step = (source: string, name = '0002_next') => offendersAmong([{ name, source }], before)
    for (const sql of [
      'drop table leads',
      'alter table leads drop column note',
      'alter table leads rename column note to remark',
      'alter table leads alter column number type bigint',
      'alter table leads alter note set not null',
      'alter table leads add column note text not null',
      'delete from leads',
    ]) {
      assert.lengthOf(step(`this.schema.raw('${sql}')`), 1, sql)
      assert.isEmpty(step(`static contracts = '1.0.0'\nthis.schema.raw('${sql}')`), sql)
      assert.lengthOf(step(`static contracts = '1.1.0'\nthis.schema.raw('${sql}')`), 1, 'not released yet')
      assert.isEmpty(step(`this.schema.raw('${sql}')`, '0001_leads'), 'released long ago')
      assert.isEmpty(offendersAmong([{ name: '0002_next', source: sql }], {}), 'before the first release')
    }
    for (const sql of [
      'create table visits (id uuid not null)',
      'alter table leads add column note text',
      `alter table leads add column note text not null default ''`,
      'alter table leads drop constraint leads_note_check',
      'drop index leads_note',
    ]) {
      assert.isEmpty(destructionIn(sql), sql)
    }
  })
})
