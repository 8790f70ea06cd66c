import 'reflect-metadata'
import { pathToFileURL } from 'node:url'
import { Ignitor } from '@adonisjs/core'
import { whatIsTold } from '#tests/bench/limit_server'

// The limit of a read over the API: the built product itself, with one more route that asks nobody who they are.
const BUILD = pathToFileURL(`${process.env.PRODUCT_BUILD}/`)
const built = <Module>(path: string): Promise<Module> => import(new URL(path, BUILD).href)
const tenantId = await whatIsTold<string>()

await new Ignitor(BUILD, { importer: (path) => (path.startsWith('.') ? built(path) : import(path)) })
  .tap((app) => {
    app.booting(async () => {
      await built('start/env.js')
    })
    app.starting(addRoute)
    void app.ready(() => void process.send?.(`http://localhost:${process.env.PORT}`))
  })
  .httpServer()
  .start()

async function addRoute() {
  const { Current, SYSTEM } = await built<typeof import('#app/platform/database/current')>(
    'app/platform/database/current.js'
  )
  const { default: Lead } = await built<typeof import('#app/leads/lead')>('app/leads/lead.js')
  const { leadAnswer } = await built<typeof import('#app/leads/lead_answer')>('app/leads/lead_answer.js')
  const { default: Tenant } = await built<typeof import('#app/tenancy/tenant')>('app/tenancy/tenant.js')
  const { default: router } = await import('@adonisjs/core/services/router')
  const { default: User } = await built<typeof import('#app/identity/user')>('app/identity/user.js')
  // Whose fields the answer shows: read once, since nobody is asked who they are.
  const reader = await Current.run({ tenantId, actor: SYSTEM }, () =>
    User.withRights().where('role', 'admin').firstOrFail()
  )
  const tenant = await Tenant.query({ connection: 'system' }).where('id', tenantId).firstOrFail()
  void router.get('api/limit/:id', (ctx) =>
    Current.run({ tenantId, actor: SYSTEM }, async () => {
      Object.assign(ctx, { tenant, user: reader })
      return leadAnswer(ctx, await Lead.query().where('leads.id', ctx.params.id).firstOrFail())
    })
  )
}
