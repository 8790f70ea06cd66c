import app from '@adonisjs/core/services/app'
import transmit from '@adonisjs/transmit/services/main'
import { Listener } from '#app/platform/listener'
import { LIVE_CHANNEL, type Broadcast } from '#app/platform/live'
import type { HttpContext } from '@adonisjs/core/http'
import { OpenStreams, STREAMS_CHANNEL } from '#app/platform/open_streams'
import { visitIn } from '#app/impersonations/visit_in'
import { mayHear } from '#app/identity/live_access'

transmit.registerRoutes()

async function isFor(ctx: HttpContext, tenantId: string, userId?: string) {
  const visit = await visitIn(ctx, tenantId)
  return visit ? !userId || userId === visit.user.id : mayHear(ctx, tenantId, userId)
}

for (const channel of ['companies/:tenantId/leads', 'companies/:tenantId/leads/:leadId']) {
  transmit.authorize<{ tenantId: string }>(channel, (ctx, { tenantId }) => isFor(ctx, tenantId))
}
transmit.authorize<{ tenantId: string; userId: string }>(
  'companies/:tenantId/users/:userId',
  (ctx, { tenantId, userId }) => isFor(ctx, tenantId, userId)
)

const streams = new OpenStreams()
const listener = new Listener(LIVE_CHANNEL, {
  notify: (payload) => {
    const { channel, news } = JSON.parse(payload) as Broadcast
    if (channel === STREAMS_CHANNEL) streams.cut(String(news.cut))
    else transmit.broadcast(channel, news)
  },
  // What was told while the connection was away is lost: let every page fetch again.
  connect: () => transmit.broadcast('resync', {}),
})

transmit.on('connect', ({ uid, context }) => streams.add(uid, context.response.response))
transmit.on('subscribe', ({ uid, channel, context: { auth, impersonation } }) => {
  const [, tenantId] = channel.split('/')
  for (const id of [auth.use('web').user?.id, tenantId, impersonation?.id]) if (id) streams.depends(uid, id)
  // The clock ends a visit, also when nobody is there to write it down.
  if (impersonation)
    setTimeout(() => streams.cut(impersonation.id), impersonation.endsAt.diffNow().toMillis()).unref()
})

app.terminating(() => listener.close())
await app.ready(async () => {
  await listener.open()
  // Registered last and so run first: before the server closes.
  app.terminating(() => streams.cutAll())
})
