import { existsSync, readFileSync, rmSync } from 'node:fs'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import ExampleCrm from '#plugins/crm/example/adapter'
import { crm } from '#plugins/crm/manager'
import type { CrmAdapterClass, CrmName } from '#plugins/crm/contract'
import { verdictOn } from '#plugins/crm/verdict'
import MakePlugin from '#app/commands/make_plugin'
import PluginCheck from '#app/commands/plugin_check'

const broken = async (name: string, Adapter: unknown) =>
  (await verdictOn(name, Adapter as CrmAdapterClass))
    .filter(({ isKept }) => !isKept)
    .map(({ words }) => words)

test.group('The verdict on an adapter', () => {
  for (const name of ['native', 'hubspot', 'salesforce'] as CrmName[]) {
    test(`has nothing against ${name}`, async ({ assert }) => {
      assert.isEmpty(await broken(name, await crm.classOf(name)))
    })
  }

  const can = new ExampleCrm({ settings: {}, country: 'US', request: () => Promise.reject() }).capabilities
  const wrongs: [string, unknown, RegExp][] = [
    ['no class', { name: 'example' }, /exports its class/],
    [
      'a usage that is told without being said',
      class extends ExampleCrm {
        static override usageIn = () => [{ used: 0, requests: 1, seconds: 86_400, resetsAt: null }]
      },
      /usageIn/,
    ],
    [
      'an earlier contract',
      class extends ExampleCrm {
        static override contract = 1
      },
      /version 2/,
    ],
    [
      'no label',
      class extends ExampleCrm {
        static label = ' '
      },
      /has a label/,
    ],
    [
      'a host without https',
      class extends ExampleCrm {
        static host = 'http://api.example.com'
      },
      /over https/,
    ],
    [
      'a host with a path',
      class extends ExampleCrm {
        static host = 'https://example.com/v1'
      },
      /over https/,
    ],
    [
      'one setting twice',
      class extends ExampleCrm {
        static settings = [...ExampleCrm.settings, ...ExampleCrm.settings]
      },
      /different names/,
    ],
    [
      'no secret',
      class extends ExampleCrm {
        static settings = []
      },
      /setting secret/,
    ],
    [
      'another name',
      class extends ExampleCrm {
        override readonly name = 'other' as never
      },
      /calls itself/,
    ],
    [
      'a method too few',
      class extends ExampleCrm {
        override get = undefined as never
      },
      /get missing/,
    ],
    [
      'deals without a way to move them',
      class extends ExampleCrm {
        readonly deals = { pipelines: () => [], get: () => null, create: () => null } as never
      },
      /deals\.update missing/,
    ],
    [
      'no place for the name',
      class extends ExampleCrm {
        override readonly capabilities = { ...can, keeps: [] } as never
      },
      /what it can do/,
    ],
    [
      'a batch that it cannot take',
      class extends ExampleCrm {
        override readonly capabilities = { ...can, batch: 100 } as never
      },
      /has list and createAll/,
    ],
    [
      'a search that it says it has not',
      class extends ExampleCrm {
        override readonly capabilities = { ...can, searchBy: [] } as never
      },
      /search by text.*does not/,
    ],
  ]
  for (const [what, Adapter, words] of wrongs) {
    test(`names ${what}`, async ({ assert }) => {
      assert.match((await broken('example', Adapter))[0] ?? '', words)
    })
  }
})

test.group('A plugin that is made', (group) => {
  const NAME = 'acme_trial'
  const made = [
    'plugins/crm/acme_trial',
    'tests/contract/acme_trial',
    'tests/unit/plugins/acme_trial.spec.ts',
  ]
  const away = () => made.forEach((path) => rmSync(app.makePath(path), { recursive: true, force: true }))
  const make = async (...words: string[]) => {
    ace.ui.switchMode('raw')
    const command = await ace.create(MakePlugin, words)
    await command.exec()
    return command.exitCode
  }
  group.each.setup(() => {
    away()
    return away
  })

  test('keeps the contract under its own name, and is not written over', async ({ assert }) => {
    assert.equal(await make('crm', NAME), 0)
    const { default: Adapter } = await import(`#plugins/crm/${NAME}/adapter`)
    assert.equal(Adapter.name, 'AcmeTrialCrm')
    assert.isEmpty(await broken(NAME, Adapter))
    const check = await ace.create(PluginCheck, [NAME])
    await check.exec()
    assert.equal(check.exitCode, 0)
    for (const file of ['adapter', 'client', 'mapper'])
      assert.notMatch(readFileSync(app.makePath(made[0], `${file}.ts`), 'utf8'), /Example|(?<!api\.)example/)
    const spec = readFileSync(app.makePath(made[2]), 'utf8')
    assert.include(spec, "itIsACrm('acme_trial'")
    assert.equal(await make('crm', NAME), 1)
    assert.equal(readFileSync(app.makePath(made[2]), 'utf8'), spec)
  })

  test('has a name that is one, and a family that there is', async ({ assert }) => {
    assert.equal(await make('crm', '../acme_trial'), 1)
    assert.equal(await make('erp', NAME), 1)
    assert.isFalse(existsSync(app.makePath(made[0])))
  })

  test('that nobody has is said to be nowhere', async ({ assert }) => {
    ace.ui.switchMode('raw')
    const check = await ace.create(PluginCheck, ['nobody'])
    await check.exec()
    assert.equal(check.exitCode, 1)
  })
})
